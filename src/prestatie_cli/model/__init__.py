"""The frozen records that everything works on."""
