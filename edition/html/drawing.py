"""Drawing calls the macros: pages ask by name, the engine for whole text pages."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from edition.core.addresses import cite_page
from edition.core.assignment import Assignments
from edition.core.citation import emitted_name
from edition.core.cited_passage import in_text
from edition.core.edition import Edition
from edition.core.forge import forge_at
from edition.core.formatted import Formatted
from edition.core.macro import DELIMITERS, Call, Signature
from edition.core.note import LEVELS, Kind
from edition.core.problem import Place, Problem
from edition.core.reading import WORDS_PER_MINUTE
from edition.html.border_list import view_borders
from edition.html.chart import view_chart
from edition.html.cite_this import view_cited, view_notes_cited
from edition.html.compiled import Compiled
from edition.html.contents import view_contents
from edition.html.contribute import NOTE_FORM, REFERENCE_FORM, form_page, view_form
from edition.html.contributors import view_contributors
from edition.html.event import view_events
from edition.html.exercise import view_exercise
from edition.html.figure import view_figure_called, view_figures
from edition.html.guide import view_guide, view_way
from edition.html.library import ReferenceView, view_library
from edition.html.link import relative_link
from edition.html.map import Keep, make_anew, view_map
from edition.html.note_list import view_note_list
from edition.html.overview import view_overview
from edition.html.picture import view_picture
from edition.html.proof import view_proof
from edition.html.question import view_questions
from edition.html.quotation import view_quotation
from edition.html.sandbox import Sandbox
from edition.html.syllabus import view_builder, view_example
from edition.html.term import view_called, view_terms
from edition.html.text_page import TextPageView
from edition.html.words import draw_runs

_BROKEN = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a macro with a mistake in it can raise."""


_COMPILED = Compiled()
"""The macros."""


class DrawingError(Exception):
    """A macro of ours is broken; carries the problem to the rim, which prints it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Drawing:
    """The macros of one edition, ready to be called; made anew for every build."""

    def __init__(
        self, root: Path, edition: Edition, formatted: Formatted, keep: Keep = make_anew
    ) -> None:
        self.root, self.edition, self.formatted = root, edition, formatted
        self.environment = Sandbox(
            loader=FileSystemLoader(root / "macros"),
            undefined=StrictUndefined,
            autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
            auto_reload=False,  # the environment lives for one build
            bytecode_cache=_COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
            **DELIMITERS,
        )
        self.assignments = Assignments(edition)
        self.modules: dict[str, tuple[tuple[str, Callable[[str], str]], Any]] = {}
        self.environment.globals.update(
            edition=edition.settings,
            macros=tuple(edition.macros.values()),
            footnote=emitted_name,
            contents_lines=partial(view_contents, edition),
            references=self.references,
            note_list=partial(view_note_list, edition, formatted),
            contributor_list=partial(view_contributors, edition),
            terms_of=partial(view_terms, edition, formatted),
            events=partial(view_events, edition, formatted),
            chart=partial(view_chart, edition.events),
            borders_of=partial(view_borders, edition),
            map_of=partial(view_map, edition, keep),
            overview=partial(view_overview, edition),
            forge=forge_at(edition.settings.forge, edition.settings.forge_kind),
            all_figures=partial(view_figures, edition, formatted),
            figure_called=partial(view_figure_called, edition, formatted),
            picture_called=partial(view_picture, edition),
            called=partial(view_called, edition),
            in_text=partial(in_text, formatted),
            article_reference=draw_runs(formatted.own.work),
            cited_work=partial(view_cited, edition, formatted),
            notes_cited=partial(view_notes_cited, edition, formatted),
            cite_place=cite_page(edition, "paragraph"),
            cite_notes=cite_page(edition, "notes"),
            proof_facts=partial(view_proof, edition),
            quoted=partial(view_quotation, edition),
            question_list=partial(view_questions, edition, formatted),
            exercise_of=partial(view_exercise, edition, formatted),
            guide_of=partial(view_guide, edition),
            way_of=partial(view_way, edition),
            words_per_minute=WORDS_PER_MINUTE,
            note_kinds=tuple(Kind),
            note_levels=LEVELS,
            builder_of=partial(view_builder, self.assignments),
            reference_form=form_page(edition, REFERENCE_FORM),
            note_form_of=partial(view_form, edition, NOTE_FORM),
            reference_form_of=partial(view_form, edition, REFERENCE_FORM),
            example_of=partial(view_example, self.assignments),
        )

    @cache  # noqa: B019  # lives as long as the build
    def references(self, page: str) -> tuple[ReferenceView, ...]:
        """Return the library laid out for a page."""
        return view_library(self.edition, self.formatted, page)

    def text_page(self, view: TextPageView) -> Markup:
        """Draw a whole text page: its opening, its units, its footnotes."""
        return self._draw("_text_page.html.jinja", "text_page", view.address, (view,))

    def attribution(self, page: str) -> Markup:
        """Draw who wrote what, and under which licences, for the foot of a page."""
        return self._draw("attribution.html.jinja", "attribution", page, ())

    def call(self, call: Call, page: str, code: Callable[[str], str]) -> Markup | str:
        """Draw what a page asks for: HTML for drawn macros, Markdown for the others.

        `code` takes a piece of source and returns what stands for it, set as code.
        """
        signature: Signature = self.edition.macros[call.name]
        suffix = "html" if signature.draws_html else "md"
        arguments, keywords = call.arguments, dict(call.keywords)
        name = f"{call.name}.{suffix}.jinja"
        drawn = self._draw(name, call.name, page, arguments, keywords, code)
        return drawn if signature.draws_html else str(drawn)

    def _draw(
        self,
        template: str,
        macro: str,
        page: str,
        arguments: tuple[Any, ...],
        keywords: dict[str, Any] | None = None,
        code: Callable[[str], str] = str,
    ) -> Markup:
        try:
            module = self._module(template, page, code)
            drawn = getattr(module, macro)(*arguments, **(keywords or {}))
        except _BROKEN:
            raise DrawingError(self._problem(template)) from None
        return Markup(drawn)  # noqa: S704  # drawn with autoescape by a macro of the edition's own

    def _module(self, template: str, page: str, code: Callable[[str], str]) -> Any:
        """Return a template's macros for a page, made once for all calls on that page."""
        made = self.modules.get(template)
        if made is None or made[0] != (page, code):
            variables = {"page": page, "link": partial(relative_link, page), "code": code}
            module = self.environment.get_template(template).make_module(variables)
            made = self.modules[template] = ((page, code), module)
        return made[1]

    def _problem(self, template: str) -> Problem:
        """Return the error being handled with the line of the macro in which it arose."""
        try:
            self.environment.handle_exception()  # Jinja puts the template's lines in the traceback
        except _BROKEN as error:
            line = getattr(error, "lineno", None) or 1
            for frame in traceback.extract_tb(error.__traceback__):
                if frame.filename.endswith(".jinja"):
                    template, line = Path(frame.filename).name, frame.lineno or line
            place = Place(f"macros/{template}", line)
            return Problem(place, "macro-broken", str(error) or "cannot be drawn")
