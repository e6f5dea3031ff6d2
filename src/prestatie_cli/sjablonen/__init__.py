"""jinja2 templates -> text: Markdown, HTML, SVG charts."""
