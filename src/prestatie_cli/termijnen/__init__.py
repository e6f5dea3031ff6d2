"""Terms: how their words are read, and the state of each duty on a peildatum."""
