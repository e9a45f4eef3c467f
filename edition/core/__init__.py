"""What the edition is, apart from disks, Markdown, HTML and clocks."""
