import Diagnostics

extension DiagnosticCode {
    /// Every code that this module reports.
    package static let templateCodes: [DiagnosticCode] = [
        templateSyntax, leftOut, templateTooDeep, templateNameFromData, missingTemplate, circularTemplate,
        unknownTemplateName, unknownField, unknownFilter, unknownTest, unknownMacro, wrongArgument, wrongType,
        unlikeTypes, unknownChoice, maybeAbsent, notPrintable, forbiddenPlace, unsettledMarkup,
        unbalancedMarkup, incompletePage, inlineCode, textAsAddress, blockOverridesNothing, unusedMacro,
        unusedTemplate, lostText, forbiddenAddress, deadAddress, templateRecursion, templateArithmetic, brokenExport,
        templateHost,
    ]

    package static let templateSyntax = DiagnosticCode(
        "template-syntax", .error, title: "A template with a syntax error",
        article: """
            A tag, an expression or a string of the template has a syntax error: a tag that is not closed, an operator \
            without a value, `endif` instead of `endfor`.

            The language is Jinja: `{{ value }}` prints, `{% if x %}…{% endif %}` is a condition, `{# … #}` is a comment.
            """)
    package static let leftOut = DiagnosticCode(
        "left-out-of-jinja", .error, title: "A part of Jinja that this engine leaves out",
        article: """
            Templates have the same meaning as in Jinja, but some parts of Jinja are left out: `do`, `call`, `filter` \
            blocks, `autoescape`, `trans`, `without context`, dict literals, tuples, namespaces, recursive loops, and \
            every way to mark text as safe. The hint shows what to write instead.
            """)
    package static let templateTooDeep = DiagnosticCode(
        "template-too-deep", .error, title: "Templates that are nested too deep or too large",
        article: """
            Tags are nested more than 100 levels deep, an expression has more than 200 levels, includes are nested \
            more than 64 levels deep, or all templates together are too large. Move a part into a macro, or give a \
            part of an expression a name: `{% set title = … %}`.

            A page may have 5 million loop iterations, a text that a template builds 16 MiB, and a page 256 MiB. A \
            template that needs more probably never ends.
            """)
    package static let templateNameFromData = DiagnosticCode(
        "template-name-from-data", .error, title: "A template name that is not a literal",
        article: """
            `include`, `import` and `extends` take a file name in quotes. A name from data could be any file, and \
            could not be checked before pages are rendered. Choose between files with `if`:

                {% if party.is_shared %}{% include "shared.html" %}{% else %}{% include "own.html" %}{% endif %}
            """)
    package static let missingTemplate = DiagnosticCode(
        "missing-template", .error, title: "A template that does not exist",
        article: """
            A template refers to a file that is not in the template folder, or a kind of page has no template. Names \
            are paths relative to the template folder: `{% include "parts/tile.html" %}`.
            """)
    package static let circularTemplate = DiagnosticCode(
        "circular-template", .error, title: "A cycle of templates",
        article: """
            A template extends, includes or imports itself, directly or through other templates, so rendering would \
            never end. For a tree of unknown depth, write a macro that calls itself: up to 64 levels are allowed.
            """)
    package static let unknownTemplateName = DiagnosticCode(
        "unknown-template-name", .error, title: "An unknown name in a template",
        article: """
            The template uses a name that its kind of page does not declare and that no `set`, `for`, `with`, macro \
            or import of the template defines. A macro of an imported file sees only its arguments, not the names of \
            the page.

            `explainer templates` lists the names of each kind of page.
            """)
    package static let unknownField = DiagnosticCode(
        "unknown-record-field", .error, title: "A field that a record does not have",
        article: """
            The name after the dot is not a field of this record: `{{ party.nmae }}`. `explainer templates` lists \
            the fields of every record.
            """)
    package static let unknownFilter = DiagnosticCode(
        "unknown-filter", .error, title: "A filter that does not exist",
        article: """
            The name after `|` is not a filter: `{{ title|uper }}`. There is no `safe` filter: only values of type \
            html are printed unescaped. `explainer templates` lists all filters.
            """)
    package static let unknownTest = DiagnosticCode(
        "unknown-test", .error, title: "A test that does not exist",
        article: """
            The name after `is` is not a test: `{% if x is defned %}`. `explainer templates` lists all tests.
            """)
    package static let unknownMacro = DiagnosticCode(
        "unknown-macro", .error, title: "A macro or function that does not exist",
        article: """
            A template calls a macro that neither it nor an imported file has, or calls `super()` in a block that \
            overrides nothing. A macro of another file is called with the name of the import: \
            `{% import "parts.html" as parts %}`, then `{{ parts.tile(party) }}`.
            """)
    package static let wrongArgument = DiagnosticCode(
        "wrong-argument", .error, title: "An argument that does not fit",
        article: """
            A call of a macro, filter, test or function has an argument that it does not take, has one twice, or \
            lacks one that is required: `{{ tile() }}` for `{% macro tile(party) %}`.
            """)
    package static let wrongType = DiagnosticCode(
        "wrong-value-type", .error, title: "A value of the wrong type",
        article: """
            Every name of a template has a type: text, html, url, number, truth, date, a list, a record. The value \
            has another type than the expected one: a list instead of text, text instead of a number.
            """)
    package static let unlikeTypes = DiagnosticCode(
        "unlike-types", .error, title: "Values that cannot be compared",
        article: """
            Two values of different types are never equal and have no order: `{% if party.name == 3 %}` would always \
            be false. Compare text with text, and numbers with numbers.
            """)
    package static let unknownChoice = DiagnosticCode(
        "unknown-choice", .error, title: "A comparison with a word that the value never is",
        article: """
            The value is one of a fixed list of words, and the word that it is compared with is not in the list, so the \
            comparison has the same result on every page: `{% if answer.kind == "acepted" %}` is never true. \
            `explainer templates` lists the words of each such field.
            """)
    package static let maybeAbsent = DiagnosticCode(
        "maybe-absent", .error, title: "A value that may be absent",
        article: """
            The value is optional: on some pages it is absent. Check it first, or give a default:

                {% if party.summary %}<p>{{ party.summary }}</p>{% endif %}
                {{ party.summary|default("Nothing is known.") }}
            """)
    package static let notPrintable = DiagnosticCode(
        "not-printable", .error, title: "A value that cannot be printed",
        article: """
            A list, a record or a group cannot be printed as one text. Print a field of it (`{{ party.name }}`), \
            loop over it with `for`, or join texts with `|join(", ")`.
            """)
    package static let forbiddenPlace = DiagnosticCode(
        "unsafe-place", .error, title: "A value printed in a place that is not safe",
        article: """
            Values may be printed between tags and inside quoted attributes. They may not be printed inside `script`, \
            `style`, a comment, an attribute without quotes, the name of a tag or attribute, or an attribute with a \
            script or a style (`onclick`, `style`), because escaping is not reliable there. Markup (type html) may be \
            printed between tags only.
            """)
    package static let unsettledMarkup = DiagnosticCode(
        "unsettled-markup", .error, title: "Branches that end in different places of the markup",
        article: """
            After an `if`, a `for`, or a call, the place in the HTML must not depend on the data: between tags, in a \
            tag, or inside an attribute. Otherwise the values after it could not be escaped correctly. Each branch \
            must close what it opens:

                <p{% if x %} class="a"{% endif %}>     and not     <p {% if x %}class="a{% endif %}">
            """)
    package static let unbalancedMarkup = DiagnosticCode(
        "unbalanced-markup", .warning, title: "Elements that are not closed, or closed in the wrong order",
        article: """
            A template opens an element and does not close it, closes one that is not open, or closes two in the wrong \
            order. A browser guesses what was meant, and the rest of the page may look different. A block, an included \
            file and the body of a loop close what they open:

                {% block main %}<section>…</section>{% endblock %}

            End tags that HTML lets you leave out, such as `</p>` and `</li>`, are not asked for.
            """)
    package static let incompletePage = DiagnosticCode(
        "incomplete-page", .warning, title: "A page without an <html> element",
        article: """
            The template of a page neither extends a frame nor has an `<html>` element, so its pages have no title, no \
            stylesheet and no navigation. Begin with `{% extends "base.html" %}`, and put the text into a block:

                {% extends "base.html" %}
                {% block main %}…{% endblock %}
            """)
    package static let inlineCode = DiagnosticCode(
        "inline-code", .warning, title: "A script or style inside a page",
        article: """
            The theme has no scripts and styles inside pages, so that pages work under \
            `Content-Security-Policy: default-src 'self'`. This one is blocked there: a `<script>` without `src`, a \
            `<style>`, `style="…"`, `onclick="…"` or a `javascript:` link. Put scripts into a file in `templates/assets/`, \
            and styles into `content/theme.css`. If your server allows them, write in site.md: \
            `checks: {inline-code: off}`.
            """)
    package static let textAsAddress = DiagnosticCode(
        "text-as-address", .warning, title: "Text printed as an address",
        article: """
            A field of text is printed in `href` or `src`, where an address belongs: `<a href="{{ party.name }}">` leads to \
            a page of this name, which does not exist. Print the record's `url`, or `link("…")`. For an address in data \
            of your own, declare its type in site.md: `extra_fields: {thread: url}`.
            """)
    package static let blockOverridesNothing = DiagnosticCode(
        "block-overrides-nothing", .warning, title: "A block that overrides nothing",
        article: """
            The template defines a block that the extended template does not have, so the block is never printed. \
            Its name is probably misspelt.
            """)
    package static let unusedMacro = DiagnosticCode(
        "unused-macro", .warning, title: "A macro that is never called",
        article: """
            No page calls this macro, so it was not checked: a macro is checked with the argument types of its calls.
            """)
    package static let unusedTemplate = DiagnosticCode(
        "unused-template", .warning, title: "A template that no page uses",
        article: """
            No kind of page has this file as its template, and no other template extends, includes or imports it, so \
            it was read but not checked.
            """)
    package static let lostText = DiagnosticCode(
        "lost-text", .warning, title: "Text of a template that is never printed",
        article: """
            A template that extends another prints only its blocks. Text outside of them is lost. Move it into a \
            block.
            """)
    package static let forbiddenAddress = DiagnosticCode(
        "unsafe-address", .error, title: "A link with a scheme that is not allowed",
        article: """
            A value printed as a link has a scheme other than http, https, mailto, tel or webcal. A `javascript:` or `data:` \
            link can run code in the page. `#` was printed instead.
            """)
    package static let deadAddress = DiagnosticCode(
        "dead-address", .error, title: "An address in a template that leads nowhere",
        article: """
            A template names something that the site does not have: in `link("page:imprint")` an entry, a page or a \
            folder of an event, in `asset("chart.js")` a file, in `href="…"` or `src="…"` a file of the site. What is \
            written there is the same on every page that uses the template, so it must be right on each of them: \
            `link` and `asset` give an address that is relative to the page, a path that is written out is not.

            `<a href="imprint.html">` in `base.html` is wrong on pages in folders: write \
            `<a href="{{ link("page:imprint") }}">`.
            """)
    package static let templateRecursion = DiagnosticCode(
        "template-recursion", .error, title: "Macro calls without end",
        article: """
            While a page was rendered, macro calls were nested more than 64 levels deep. Most often a macro calls \
            itself without a condition that ends the recursion.
            """)
    package static let templateArithmetic = DiagnosticCode(
        "template-arithmetic", .error, title: "A calculation without a result",
        article: """
            While a page was rendered, a template divided by zero, a number overflowed 64 bits, or `range` had more \
            than 100,000 numbers. Check the value first: `{% if count %}{{ sum / count }}{% endif %}`.
            """)
    package static let brokenExport = DiagnosticCode(
        "broken-export", .error, title: "A data file that is not valid",
        article: """
            A template in `exports/` made a file that programs cannot read: JSON with a comma after the last value, or \
            without one between two. In a loop, print it if there is a next item:

                [{% for event in home.events %}{{ event.title }}{% if not loop.last %}, {% endif %}{% endfor %}]
            """)
    package static let templateHost = DiagnosticCode(
        "template-host", .error, title: "Templates and program that do not match",
        article: """
            A page was rendered that the template set does not have, or with a record of another type than its \
            template was checked with, or the program declares a name twice. This is a bug of the program, not of \
            the templates.
            """)
}
