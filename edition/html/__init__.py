"""Drawing: core values to HTML, through the macros of the edition."""
