"""Two dossiers -> changes, and which version a party approved; pure."""
