"""The one exception of the program: what stops a run, caught in one place."""


class BronFout(Exception):
    """The run cannot go on: the data, a template or an output can't be reached (exit code 3)."""

    def __init__(self, boodschap: str, hulp: str) -> None:
        """Keep the sentence and the remedy apart, both Dutch."""
        super().__init__(boodschap)
        self.boodschap = boodschap
        self.hulp = hulp
