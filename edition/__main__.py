"""The command `edition`: `build`, `check`, `serve` and what writers and forges ask it for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from edition.checked import load_checked
from edition.core.addresses import current_links
from edition.core.permalink import updated_lock
from edition.core.problem import errors
from edition.html.headers import FORMS, headers
from edition.html.policy import policy
from edition.intake_options import add_intake
from edition.limits import within_limits
from edition.links_command import add_links, write_links
from edition.locate_command import add_locate, locate_words
from edition.new_options import add_new
from edition.printing import print_problems, report_check
from edition.sources.load import load
from edition.sources.permalinks import LOCK
from edition.sources.sentences import PATH as SENTENCES
from edition.sources.sentences import updated_sentences
from edition.summary_command import add_summary, write_summary
from edition.theme import script_hashes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 1 if any problem is an error."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # what reads along has enough, as `head` has; Python shall not flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _run(arguments: Sequence[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="edition", description=__doc__)
    parser.add_argument(
        "--root", type=Path, default=Path(), help="the folder of edition.yml (default: this one)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="check, build into a fresh folder, verify, swap")
    build.add_argument("--site-dir", type=Path, help="where the site goes (default: site/)")
    commands.add_parser("check", help="report what is wrong in the content")
    serve = commands.add_parser("serve", help="show the site at a local address, with live reload")
    serve.add_argument("--address", default="127.0.0.1:8000", help="host:port")
    text = commands.add_parser("text", help="print the article, verbatim, one unit a line")
    text.add_argument("--site-dir", type=Path, help="read it from a built site, not the sources")
    add_locate(commands)
    add_new(commands)
    add_intake(commands)
    add_summary(commands)
    add_links(commands)
    lock = commands.add_parser("permalinks", help="compare the permanent links with the lock")
    lock.add_argument("--update", action="store_true", help="add what is new; removes nothing")
    record = commands.add_parser("sentences", help="compare the record of sentences with the text")
    record.add_argument("--update", action="store_true", help="propose those of new paragraphs")
    sent = commands.add_parser("headers", help="print the security headers for a host's own file")
    sent.add_argument("host", choices=tuple(FORMS), help="whose form it is")
    options = parser.parse_args(arguments)
    try:
        root = options.root.resolve()
    except (OSError, RuntimeError) as error:  # no folder to be in any more; a circle of links
        parser.error(f"argument --root: {error}")
    if options.command == "build":
        from edition.build import build_site  # MkDocs takes 0.3 s to import

        site = options.site_dir or root / "site"
        return within_limits(lambda: build_site(root, site), print_problems)
    if options.command == "serve":
        from edition.build import serve_site

        return serve_site(root, options.address)
    if options.command == "text":
        return _text(root, options.site_dir)
    if options.command == "locate":
        return locate_words(root, options)
    if options.command in ("new", "note"):
        from edition.new_command import make_entry

        return make_entry(root, options)
    if options.command == "intake":
        from edition.intake_command import take_in

        return take_in(root, options)
    if options.command == "summary":
        return write_summary(root, options)
    if options.command == "links":
        return write_links(root, options)
    if options.command == "sentences":
        return _sentences(root, options.update)
    if options.command == "headers":
        scripts = script_hashes(root / "overrides")
        sys.stdout.write(FORMS[options.host](headers(policy(scripts.values()))))
        return 0
    if options.command == "check":
        return within_limits(lambda: _check(root), print_problems)
    return _permalinks(root, options.update)


def _check(root: Path) -> int:
    _, problems = load_checked(root)
    report_check(root, problems)
    return 1 if errors(problems) else 0


def _text(root: Path, site: Path | None) -> int:
    if site is not None:
        from edition.built.read_site import read_built_text

        lines = read_built_text(site)
        if not lines:
            sys.stderr.write(f"edition: there is no built edition in {site}\n")
            return 1
    else:
        edition, problems = load(root)
        print_problems(problems)
        if edition is None or errors(problems):
            return 1
        lines = tuple(unit.text for unit in edition.units)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _permalinks(root: Path, update: bool) -> int:
    edition, problems = load(root)
    if edition is None or errors(problems):
        print_problems(problems)
        return 1
    current = current_links(edition)
    if update:
        (root / LOCK).write_text(updated_lock(current, edition.lock), encoding="utf-8")
    _, problems = load_checked(root)
    problems = tuple(p for p in problems if p.code.startswith(("permalink", "redirect")))
    print_problems(problems)
    return 1 if errors(problems) else 0


def _sentences(root: Path, update: bool) -> int:
    edition, problems = load(root)
    if edition is None or not edition.units:
        print_problems(problems)
        return 1
    if update:
        text = updated_sentences(edition.units, edition.sentences)
        (root / SENTENCES).write_text(text, encoding="utf-8")
        edition, problems = load(root)
    problems = tuple(p for p in problems if p.code.startswith("sentence-record"))
    print_problems(problems)
    return 1 if errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
