import Diagnostics

extension DiagnosticCode {
    /// Every code that this module reports.
    package static let templateCodes: [DiagnosticCode] = [
        templateSyntax, leftOut, templateTooDeep, templateNameFromData, missingTemplate, circularTemplate,
        unknownTemplateName, unknownField, unknownFilter, unknownTest, unknownMacro, wrongArgument, wrongType,
        unlikeTypes, maybeAbsent, notPrintable, unsafePlace, unsettledMarkup, blockOverridesNothing, unusedMacro,
        unusedTemplate, lostText, unsafeAddress, templateRecursion, templateArithmetic, templateHost,
    ]

    package static let templateSyntax = DiagnosticCode(
        "template-syntax", .error, title: "A template that cannot be read",
        article: """
            A tag, an expression or a string of the template is not written as the language wants it: a tag that is \
            opened and not closed, an operator without a value, `endif` where `endfor` is expected.

            The language is Jinja's: `{{ value }}` prints, `{% if x %}…{% endif %}` asks, `{# … #}` is a comment.
            """)
    package static let leftOut = DiagnosticCode(
        "left-out-of-jinja", .error, title: "A part of Jinja that this engine leaves out",
        article: """
            Templates mean here what they mean in Jinja, but some parts are left out: `do`, `call`, `filter` blocks, \
            `autoescape`, `trans`, `without context`, dict literals, tuples, namespaces, recursive loops, and every \
            way to mark text as safe. The hint says what to write in its place.
            """)
    package static let templateTooDeep = DiagnosticCode(
        "template-too-deep", .error, title: "Templates nested too deep, or too large",
        article: """
            Tags stand in one another more than 100 deep, an expression has more than 200 levels, files include one \
            another more than 64 deep, or all of it together grows beyond what one site needs. Move a part into a \
            macro, or give a part of an expression a name: `{% set title = … %}`.

            While a page is rendered it may go 5 million times round its loops, a text put together may have 16 MiB, \
            and a page 256 MiB: a page that needs more would not come to its end.
            """)
    package static let templateNameFromData = DiagnosticCode(
        "template-name-from-data", .error, title: "A template's name that is not written out",
        article: """
            `include`, `import` and `extends` take a file's name in quotes. A name that comes from data could reach \
            any file, and could not be checked before pages are rendered. Choose between files with `if`:

                {% if party.is_shared %}{% include "shared.html" %}{% else %}{% include "own.html" %}{% endif %}
            """)
    package static let missingTemplate = DiagnosticCode(
        "missing-template", .error, title: "A template that does not exist",
        article: """
            A template names a file that is not in the template folder, or a kind of page has no template. Names are \
            paths from the folder: `{% include "parts/tile.html" %}`.
            """)
    package static let circularTemplate = DiagnosticCode(
        "circular-template", .error, title: "Templates that lead back to themselves",
        article: """
            A template extends, includes or imports itself, straight or through others, so that it would never end. \
            For a tree of unknown depth write a macro that calls itself: it may go 64 levels deep.
            """)
    package static let unknownTemplateName = DiagnosticCode(
        "unknown-template-name", .error, title: "A name that a template does not have",
        article: """
            The template uses a name that its kind of page does not declare and that no `set`, `for`, `with`, macro \
            or import of the template gives. A macro of an imported file sees its arguments only, not the page's names.

            `explainer templates` lists what each kind of page may name.
            """)
    package static let unknownField = DiagnosticCode(
        "unknown-record-field", .error, title: "A field that a record does not have",
        article: """
            What stands after the dot is not a field of this record: `{{ party.nmae }}`. `explainer templates` lists \
            the fields of every record.
            """)
    package static let unknownFilter = DiagnosticCode(
        "unknown-filter", .error, title: "A filter that does not exist",
        article: """
            What stands after `|` is not a filter of this engine: `{{ title|uper }}`. There is no `safe` filter: \
            only values that were made as HTML print as they are. `explainer templates` lists all filters.
            """)
    package static let unknownTest = DiagnosticCode(
        "unknown-test", .error, title: "A test that does not exist",
        article: """
            What stands after `is` is not a test of this engine: `{% if x is defned %}`. `explainer templates` lists \
            all tests.
            """)
    package static let unknownMacro = DiagnosticCode(
        "unknown-macro", .error, title: "A macro or function that does not exist",
        article: """
            A template calls a macro that neither it nor an imported file has, or asks for `super()` where no other \
            template has the block. A macro is called by its file's name: `{% import "parts.html" as parts %}`, then \
            `{{ parts.tile(party) }}`.
            """)
    package static let wrongArgument = DiagnosticCode(
        "wrong-argument", .error, title: "An argument that does not fit",
        article: """
            A macro, filter, test or function is given an argument that it does not take, is given one twice, or \
            misses one that it needs: `{{ tile() }}` for `{% macro tile(party) %}`.
            """)
    package static let wrongType = DiagnosticCode(
        "wrong-value-type", .error, title: "A value of the wrong type",
        article: """
            Every name of a template has a type: text, html, url, number, truth, date, a list, a record. The value \
            is not of the type that is wanted here: a list where text is, text where a number is.
            """)
    package static let unlikeTypes = DiagnosticCode(
        "unlike-types", .error, title: "Values that cannot be compared",
        article: """
            Two values of unlike types are never equal and have no order: `{% if party.name == 3 %}` would always be \
            false, which is never meant. Compare text with text, numbers with numbers.
            """)
    package static let maybeAbsent = DiagnosticCode(
        "maybe-absent", .error, title: "A value that may be absent",
        article: """
            The value is optional: on some pages it is not there. Ask first, or say what stands in its place:

                {% if party.summary %}<p>{{ party.summary }}</p>{% endif %}
                {{ party.summary|default("Nothing is known.") }}
            """)
    package static let notPrintable = DiagnosticCode(
        "not-printable", .error, title: "A value that cannot be printed",
        article: """
            A list, a record or a group has no one text. Print a field of it (`{{ party.name }}`), walk it with \
            `for`, or put texts together with `|join(", ")`.
            """)
    package static let unsafePlace = DiagnosticCode(
        "unsafe-place", .error, title: "A value printed where it would not be safe",
        article: """
            Values may be printed between tags and inside quoted attributes. They may not be printed inside `script`, \
            `style`, a comment, an attribute without quotes, the name of a tag or attribute, or an attribute that is \
            a script or a style (`onclick`, `style`): there no escaping is sure. Markup (type html) prints between \
            tags only.
            """)
    package static let unsettledMarkup = DiagnosticCode(
        "unsettled-markup", .error, title: "Branches that leave the markup in different places",
        article: """
            After an `if`, a `for`, or a call it must be certain where in the HTML the template stands: between tags, \
            in a tag, inside an attribute. Here it depends on the data, so that what follows could not be escaped \
            rightly. Close in every branch what is opened in it:

                <p{% if x %} class="a"{% endif %}>     and not     <p {% if x %}class="a{% endif %}">
            """)
    package static let blockOverridesNothing = DiagnosticCode(
        "block-overrides-nothing", .warning, title: "A block that overrides nothing",
        article: """
            The template fills a block that the template it extends does not have, so that what stands in it is \
            never printed. Most often its name is misspelt.
            """)
    package static let unusedMacro = DiagnosticCode(
        "unused-macro", .warning, title: "A macro that is never called",
        article: """
            No page calls this macro, so that it was not checked either: a macro is checked with the types it is \
            called with.
            """)
    package static let unusedTemplate = DiagnosticCode(
        "unused-template", .warning, title: "A template that no page uses",
        article: """
            No kind of page has this file as its template, and no other template extends, includes or imports it, so \
            that it was read but not checked.
            """)
    package static let lostText = DiagnosticCode(
        "lost-text", .warning, title: "Text of a template that is never printed",
        article: """
            A template that extends another one prints only what stands in its blocks. What stands beside them is \
            lost. Move it into a block.
            """)
    package static let unsafeAddress = DiagnosticCode(
        "unsafe-address", .error, title: "A link with a scheme that is not allowed",
        article: """
            A value printed as a link has another scheme than http, https, mailto or tel: `javascript:` and `data:` \
            run code of whoever wrote them. `#` was printed in its place.
            """)
    package static let templateRecursion = DiagnosticCode(
        "template-recursion", .error, title: "Macros that call one another without end",
        article: """
            While a page was rendered, macro calls went more than 64 levels deep. Most often a macro calls itself \
            without asking first whether there is anything left to do.
            """)
    package static let templateArithmetic = DiagnosticCode(
        "template-arithmetic", .error, title: "A calculation without a result",
        article: """
            While a page was rendered, a template divided by zero, or a number grew beyond 64 bits, or `range` was \
            to make more than 100,000 numbers. Ask first: `{% if count %}{{ sum / count }}{% endif %}`.
            """)
    package static let templateHost = DiagnosticCode(
        "template-host", .error, title: "Templates and program do not agree",
        article: """
            A page was asked for that the template set does not have, or with a record of another type than its \
            template was checked with, or the program declares a name twice. This is a fault of the program, not of \
            the templates.
            """)
}
