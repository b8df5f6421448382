"""Templates of each feature of the language, alone and together."""


def both(prefix, templates):
    """Each template with both sets of data."""
    for index, template in enumerate(templates):
        for data in ("full", "sparse"):
            yield f"{prefix}-{index + 1}-{data}", template, data


def full(prefix, templates):
    for index, template in enumerate(templates):
        yield f"{prefix}-{index + 1}", template, "full"


PARTS = """{# macros #}
{% macro link(person, class="plain") -%}
<a class="{{ class }}">{{ person.name }}</a>
{%- endmacro %}
{% macro list(people, separator=", ") %}{% for p in people %}{{ link(p) }}{% if not loop.last %}{{ separator }}{% endif %}{% endfor %}{% endmacro %}
{% macro tree(node) %}<li>{{ node.label }}{% if node.children %}<ul>{% for child in node.children %}{{ tree(child) }}{% endfor %}</ul>{% endif %}</li>{% endmacro %}
{% macro pair(a, b=a ~ "!") %}{{ a }}/{{ b }}{% endmacro %}
{% set shared = "sh<red" %}
{% macro uses_shared() %}{{ shared }}{% endmacro %}
"""

BASE = """<!doctype html>
<title>{% block title %}Base{% endblock %}</title>
<body class="{% block class %}plain{% endblock %}">
{% block main %}
<p>Nothing.</p>
{% endblock main %}
{% block foot %}<footer>{{ title }}{% block inner %}[inner]{% endblock %}</footer>{% endblock %}
</body>
"""


def groups():
    return {
        "printing": list(both("printing", [
            "{{ title }}|{{ empty }}|{{ sentence }}|{{ wide }}|{{ composed }}|{{ greek }}",
            "{{ zero }} {{ one }} {{ count }} {{ negative }} {{ big }}",
            "{{ half }} {{ tenth }} {{ huge }} {{ tiny }} {{ third }} {{ whole }}",
            "{{ yes }} {{ no }} {{ true }} {{ False }}",
            "{{ body }}|{{ blank_html }}|{{ person.bio }}",
            "<p title=\"{{ title }}\" class='{{ person.kind }}'>{{ person.name }}</p>",
            "<title>{{ title }}</title><textarea>{{ markup_text }}</textarea>",
            "{{ 'a<b' }} {{ \"q'\" }} {{ 'tab\\there' }} {{ 'uni\\u00e9 \\x41 \\101 \\q' }} {{ 'a' 'b' \"c\" }}",
            "{{ 1_000 }} {{ 0x1F }} {{ 0b101 }} {{ 0o17 }} {{ 1.5e3 }} {{ 2e-7 }} {{ 1e100 }} {{ 5e-324 }} {{ 1.0 }}",
            "{{ person.home.city }} {{ person['name'] }} {{ person.tags|length }}",
            "&amp; & < {{ title }} &lt;",
        ])),
        "whitespace": list(full("whitespace", [
            "a\n{% if yes %}\nb\n{% endif %}\nc\n",
            "a\n{%- if yes -%}\nb\n{%- endif -%}\nc\n\n",
            "a  {{- one -}}  b {{ one -}} c {{- one }} d",
            "a {#- comment -#} b {# comment #} c {#- x #} d {# x -#} e",
            "  {%+ if yes %}x{% endif +%}  y",
            "{% raw %}{{ not }} {% a %} {# b #}{% endraw %}!",
            "a {%- raw -%}  {{ x }}  {%- endraw -%} b",
            "one\r\ntwo\rthree\n",
            "end\n\n",
            "\n\n{{ one }}\n",
            "{{ one }}\n{{ one }}",
            "\u00a0{{- one -}}\u00a0x\u2003{{- one -}}\u3000y",
            "{%- for x in names -%} {{ x }} {%- endfor -%} .",
            "{# a {{ b }} {% c %} #}x",
            "",
            "\n",
            "{{- one }}",
        ])),
        "operators": list(both("operators", [
            "{{ 7 + 2 }} {{ 7 - 2 }} {{ 7 * 2 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 7 ** 2 }}",
            "{{ -7 // 2 }} {{ -7 % 2 }} {{ 7 // -2 }} {{ 7 % -2 }} {{ -7 / 2 }} {{ 2 ** -2 }} {{ 2 ** 0.5 }}",
            "{{ 7.5 // 2 }} {{ -7.5 // 2 }} {{ -7.5 % 2 }} {{ 7.5 % -2 }} {{ 1.1 + 2.2 }} {{ 0.1 * 3 }} {{ 6.0 % 3 }}",
            "{{ 2 + 3 * 4 - 5 }} {{ (2 + 3) * 4 }} {{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ 10 - 3 - 2 }} {{ 100 // 7 // 2 }}",
            "{{ count + one }} {{ count * half }} {{ negative / (one + 1) }} {{ big + one }} {{ tenth + tenth + tenth }}",
            "{{ 'a' ~ 1 ~ 2.5 ~ true ~ title ~ body }} {{ 'a' + 'b' }} {{ 'ab' * 3 }} {{ 2 * 'x' }} {{ 'x' * -1 }}",
            "{{ body ~ title }} {{ title ~ body ~ '<' }} {{ 'a<' ~ 'b' }}",
            "{{ 1 == 1 }} {{ 1 == 1.0 }} {{ 1 != 2 }} {{ 'a' == 'b' }} {{ title == title }} {{ yes == true }}",
            "{{ 1 < 2 }} {{ 2 <= 2 }} {{ 3 > 4 }} {{ 4 >= 4 }} {{ 'a' < 'b' }} {{ 'Z' < 'a' }} {{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }}",
            "{{ 'ell' in 'hello' }} {{ 'x' in 'hello' }} {{ 'x' not in 'hello' }} {{ '' in 'a' }} {{ 3 in numbers }} {{ 'Bob' in names }} {{ 99 not in numbers }}",
            "{{ not yes }} {{ not not yes }} {{ yes and no }} {{ yes or no }} {{ not yes or yes }} {{ no and yes or yes }}",
            "{{ empty or 'fallback' }} {{ title or 'fallback' }} {{ sentence and title }} {{ zero or count or one }} {{ one and count }}",
            "{{ 'a' if yes else 'b' }} {{ 'a' if no else 'b' }} {{ 'x' if no }}| {{ 1 if no else 2 if no else 3 }}",
            "{{ title if count > 3 else sentence }} <p class=\"{{ 'on' if yes else 'off' }}{{ ' x' if no }}\">",
            "{{ names[0] if names }} {{ numbers[-1] if numbers }} {{ sentence[0:3] }} {{ sentence[-4:] }} {{ names[1:]|length }} {{ numbers[:2]|join('-') }}",
            "{{ [1, 2, 3]|join('+') }} {{ ['a', title]|join }} {{ []|length }} {{ [[1, 2], [3]]|length }} {{ (names + ['new'])|length }}",
            "{{ [1, 2] == [1, 2] }} {{ [1] == [2] }} {{ names == names }} {{ [] == none_names }}",
            "{{ -count }} {{ +count }} {{ - -count }} {{ -half|abs }} {{ (-count)|abs }}",
            "{{ 1 if yes and count else 2 }} {{ (yes and 'a') or 'b' }} {{ (no and 'a') or 'b' }}",
            "{{ 5 == 5 and 'yes' or 'no' }} {{ 'a' ~ ('b' if no else 'c') ~ 'd' }}",
            "{{ 9223372036854775807 }} {{ 1e16 }} {{ 1e15 }} {{ 123456789.123 }} {{ 1e-4 }} {{ 1e-5 }} {{ 10 ** 15 }} {{ 1.0 * 10 ** 16 }}",
            "{{ big / 9 }} {{ big / 3 }} {{ -big / 7 }} {{ (big * 900 + 7) / (big - 2) }} {{ 7 / big }} {{ big / 1 }}",
            "{{ 9223372036854775807 / big }} {{ 9223372036854775807 / 3 }} {{ 1 / 9223372036854775807 }} {{ -9223372036854775807 / 9223372036854775806 }}",
            "{{ big == 9007199254740992.0 }} {{ big > 9007199254740992.0 }} {{ 9007199254740992 == 9007199254740992.0 }}",
        ])),
        "conditions": list(both("conditions", [
            "{% if yes %}a{% endif %}{% if no %}b{% else %}c{% endif %}{% if no %}d{% elif yes %}e{% else %}f{% endif %}",
            "{% if count > 5 %}many{% elif count > 0 %}some{% else %}none{% endif %}",
            "{% if missing %}{{ missing }}{% else %}gone{% endif %} {% if given %}{{ given }}{% endif %}",
            "{% if missing is defined %}{{ missing }}{% else %}undefined{% endif %} {{ given is defined }} {{ missing is undefined }}",
            "{% if nobody %}{{ nobody.name }}{% endif %}{% if somebody %}{{ somebody.name }}{% if somebody.friend %}{{ somebody.friend.name }}{% endif %}{% endif %}",
            "{% if person.friend and person.friend.active %}x{% elif person.friend %}{{ person.friend.name }}{% endif %}",
            "{% if not missing %}no{% else %}{{ missing }}{% endif %} {% if names %}{{ names|first }}{% endif %}",
            "{% if names and not no_people %}1{% endif %}{% if none_names or people %}2{% endif %}{% if body %}3{% endif %}{% if blank_html %}4{% endif %}",
            "{% if zero %}a{% endif %}{% if half %}b{% endif %}{% if whole %}c{% endif %}{% if empty %}d{% endif %}{% if space %}e{% endif %}",
            "{% if given == 'something' %}{{ given }}!{% endif %}{% if title != 'x' and count >= 7 %}y{% endif %}",
            "{% if missing or given %}one{% endif %}{% if missing and given %}both{% endif %}{% if not (missing or given) %}neither{% endif %}",
            "{% if yes %}{% if no %}a{% else %}{% if count %}b{% else %}c{% endif %}{% endif %}{% endif %}",
            "<p{% if yes %} class=\"a\"{% endif %}{% if no %} hidden{% endif %}>x</p>",
            "<input {% if yes %}checked{% else %}disabled{% endif %}><p class=\"a{% if yes %} b{% endif %}\">",
            "{{ missing|default('d') }} {{ given|default('d') }} {{ empty|default('d') }} {{ empty|default('d', true) }} {{ missing|d }} {{ none|default('n', boolean=true) }}",
            "{{ (missing or given)|default('z') }} {{ (nobody.name if nobody else 'none') }}",
        ])),
        "loops": list(both("loops", [
            "{% for n in names %}{{ n }},{% endfor %}{% for n in none_names %}x{% else %}empty{% endfor %}",
            "{% for p in people %}{{ loop.index }}/{{ loop.length }}:{{ loop.index0 }}:{{ loop.revindex }}:{{ loop.revindex0 }}:{{ loop.first }}:{{ loop.last }} {{ p.name }};{% endfor %}",
            "{% for p in people %}{% for t in p.tags %}{{ loop.index }}{{ t }}{% else %}-{% endfor %}{{ loop.index }}|{% endfor %}",
            "{% for p in people if p.active %}{{ loop.index }}{{ p.name }}{% if not loop.last %}, {% endif %}{% else %}nobody{% endfor %}",
            "{% for p in people %}{{ loop.cycle('odd', 'even') }} {% endfor %}{% for x in range(3) %}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}",
            "{% for p in people %}{% if loop.previtem %}{{ loop.previtem.name }}«{% endif %}{{ p.name }}{% if loop.nextitem is defined %}»{{ loop.nextitem.name }}{% endif %};{% endfor %}",
            "{% for i in range(5) %}{{ i }}{% endfor %} {% for i in range(2, 5) %}{{ i }}{% endfor %} {% for i in range(10, 0, -3) %}{{ i }} {% endfor %}{% for i in range(0) %}x{% else %}none{% endfor %}",
            "{% for row in grid %}{% for cell in row %}{{ cell }}{{ ' ' if not loop.last }}{% endfor %}{{ '/' if not loop.last }}{% endfor %}",
            "{% for n in names|sort %}{{ n }} {% endfor %}{% for n in names|reverse %}{{ n }} {% endfor %}",
            "{% for n in [3, 1, 2] %}{{ n }}{% endfor %}{% for c in 'abc'|list %}[{{ c }}]{% endfor %}",
            "{% set total = 0 %}{% for n in numbers %}{% set total = total + n %}{{ total }} {% endfor %}{{ total }}",
            "{% for p in people %}{% set label = p.name|upper %}{{ label }}{% if p.nickname %}({{ p.nickname }}){% endif %} {% endfor %}",
            "{% for p in people %}{% if p.friend %}{{ p.friend.name }} of {{ p.name }}{% elif p.active %}{{ p.name }}{% else %}-{% endif %};{% endfor %}",
            "<ul>{% for p in people %}<li{% if loop.first %} class=\"first\"{% endif %} id=\"p{{ loop.index }}\">{{ p.bio }}</li>{% endfor %}</ul>",
            "<p class=\"{% for t in person.tags %}{{ t }} {% endfor %}\">",
            "{% for kind, members in people|groupby('kind') %}{{ kind }}: {% for m in members %}{{ m.name }} {% endfor %};{% endfor %}",
            "{% for p in people %}{% for q in people %}{{ loop.index }}{% endfor %}{{ loop.index }}{% endfor %}",
            "{% for x in truths %}{{ x }}{% endfor %}{% for f in fragments %}{{ f }}{% endfor %}{% for d in decimals %}{{ d }} {% endfor %}",
        ])),
        "setting": list(both("setting", [
            "{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}{% set y = title %}{{ y }}",
            "{% set x = 'a' %}{% if yes %}{% set x = 'b' %}{% endif %}{{ x }}{% if no %}{% set x = 'c' %}{% endif %}{{ x }}",
            "{% set x = 'a' %}{% for n in names %}{% set x = n %}{{ x }}{% endfor %}{{ x }}",
            "{% set x %}<b>{{ title }}</b>{% endset %}{{ x }}|{{ x }}{{ x ~ '<' }}",
            "{% if yes %}{% set z = 'in' %}{% endif %}{{ z|default('out') }} {% if no %}{% set w = 'in' %}{% endif %}{{ w|default('out') }}",
            "{% with a = 1, b = title %}{{ a }}{{ b }}{% set a = 2 %}{{ a }}{% endwith %}",
            "{% set a = 'outer' %}{% with a = 'inner' %}{{ a }}{% endwith %}{{ a }}",
            "{% set list = [1, 2, 3] %}{% for x in list %}{{ x }}{% endfor %}{{ list|length }}",
            "{% set p = person %}{{ p.name }}{{ p.home.city }}{% if p.friend %}{{ p.friend.name }}{% endif %}",
            "{% if count > 3 %}{% set size = 'big' %}{% elif count %}{% set size = 'small' %}{% else %}{% set size = 'none' %}{% endif %}{{ size }}",
            "{% set title = 'new ' ~ title %}{{ title }}",
            "{% set a = one %}{% if yes %}{% if count %}{% set a = count %}{% else %}{% set a = negative %}{% endif %}{% endif %}{{ a }}",
            "{% for n in names %}{% if loop.first %}{% set s = 'first' %}{% else %}{% set s = 'other' %}{% endif %}{{ s }} {% endfor %}",
            "{% set x = 1 %}{% set f %}{{ x }}{% set x = 2 %}{{ x }}{% endset %}{{ f }}{{ x }}",
            "{% set _hidden = 'h' %}{{ _hidden }}",
        ])),
        "text-filters": list(both("text-filters", [
            "{{ letters|upper }} {{ letters|lower }} {{ letters|title }} {{ letters|capitalize }}",
            "{{ greek|lower }} {{ greek|title }} {{ greek|capitalize }} {{ 'ΑΣ ΑΣ.Β'|lower }}",
            "{{ 'hello-world (foo) [bar] {baz} <qux> it\\'s'|title }} {{ 'ǆ x'|capitalize }} {{ 'ﬁx ŉ'|title }}",
            "{{ sentence|truncate(20) }}|{{ sentence|truncate(20, true) }}|{{ sentence|truncate(20, false, '…') }}|{{ sentence|truncate(48) }}|{{ sentence|truncate(9, leeway=0) }}",
            "{{ sentence|truncate(length=10, end='') }}|{{ 'nospacesinthistextatall'|truncate(10) }}|{{ wide|truncate(5, true, '.', 0) }}|{{ title|truncate(9, killwords=true, leeway=0) }}",
            "{{ sentence|replace('o', '0') }} {{ sentence|replace('o', '<', 2) }} {{ 'abc'|replace('', '-') }} {{ title|replace('&', 'and') }} {{ 'aaa'|replace('aa', 'b') }}",
            "[{{ space|trim }}] [{{ 'xxabcxx'|trim('x') }}] [{{ '\\n a \\n'|trim }}] [{{ digits|trim }}]",
            "{{ sentence|wordcount }} {{ wide|wordcount }} {{ empty|wordcount }} {{ \"it's a-b_c 1,2\"|wordcount }} {{ composed|wordcount }}",
            "{{ lines|indent }}|{{ lines|indent(2, true) }}|{{ lines|indent(2, first=true, blank=true) }}|{{ empty|indent(1, true) }}",
            "[{{ 'ab'|center(7) }}] [{{ 'abc'|center(8) }}] [{{ 'abc'|center(2) }}] [{{ letters|center(20) }}]",
            "{{ path|urlencode }} {{ title|urlencode }} {{ wide|urlencode }} {{ 'a~b-c_d.e/f'|urlencode }} {{ 42|urlencode }}",
            "{{ body|striptags }} {{ markup_text|striptags }} {{ '<!-- x --> a  b <c d=\"e\">f</c> &amp; &lt; &copy; &#65; &nbsp;x &bogus; < y'|striptags }}",
            "{{ letters|length }} {{ wide|length }} {{ empty|count }} {{ composed|length }} {{ letters|reverse }} {{ wide|first|default('-') }} {{ wide|last|default('-') }} {{ empty|last|default('-') }}",
            "{{ title|escape }} {{ title|e }} {{ body|e }} {{ title|e|e }} {{ body|forceescape }} {{ (title|e) ~ '<' }}",
            "{{ count|string }} {{ half|string ~ 'x' }} {{ yes|string }} {{ body|string }} {{ title|string }}",
            "{{ title|upper|lower|title }} {{ sentence|truncate(12)|upper }} {{ (letters ~ ' x')|title }} {{ letters|upper ~ letters|lower }}",
            "{{ title|tojson }} {{ wide|tojson }} {{ numbers|tojson }} {{ names|tojson }} {{ half|tojson }} {{ yes|tojson }} {{ lines|tojson }} {{ none|tojson }} {{ [[1], [2.0]]|tojson }}",
            "{{ given is defined and given|upper or 'no' }} {{ 'a\\\\b'|replace('\\\\', '/') }}",
            "{{ 'x'|default('y')|upper }} {{ missing|default('y')|upper }} {{ missing|default(title)|length }}",
            "{{ 42|upper }} {{ half|replace('.', ',') }} {{ true|lower }}",
        ])),
        "number-filters": list(both("number-filters", [
            "{{ half|round }} {{ 3.5|round }} {{ 2.675|round(2) }} {{ 42.55|round(1, 'floor') }} {{ 42.55|round(1, 'ceil') }} {{ 42|round }} {{ 42|round(1) }} {{ 42|round(0, 'ceil') }}",
            "{{ third|round(3) }} {{ tiny|round(7) }} {{ negative|round }} {{ (-2.5)|round }} {{ (-2.55)|round(1) }} {{ 1234.5|round(-2) }} {{ 1250|round(-2) }} {{ 1350|round(-2) }} {{ 0.5|round }} {{ 1.005|round(2) }}",
            "{{ negative|abs }} {{ half|abs }} {{ (-0.0)|abs }} {{ whole|abs }}",
            "{{ half|int }} {{ negative|int }} {{ digits|int }} {{ 'x'|int }} {{ 'x'|int(7) }} {{ '1f'|int(base=16) }} {{ '0x1F'|int(0, 16) }} {{ '12.9'|int }} {{ '1_000'|int }} {{ ' -5 '|int }}",
            "{{ count|float }} {{ digits|float }} {{ 'x'|float }} {{ 'x'|float(1.5) }} {{ '1e3'|float }} {{ '.5'|float }} {{ '5.'|float }} {{ 'inf'|float }} {{ 'nan'|float }}",
            "{{ numbers|sum }} {{ decimals|sum }} {{ people|sum(attribute='age') }} {{ numbers|sum(start=100) }} {{ people|sum('score') }} {{ []|sum }} {{ people|sum('home.population') }}",
            "{% if numbers %}{{ numbers|min }} {{ numbers|max }}{% endif %} {% if names %}{{ names|min }}{% endif %} {% if mixed_case %}{{ mixed_case|max }} {{ mixed_case|min(case_sensitive=true) }}{% endif %} {{ decimals|max|default(0) }}",
            "{% if people %}{{ (people|max(attribute='age')).name }} {{ (people|min(attribute='name')).name }}{% endif %}",
            "{{ 10 / 4 }} {{ 10 / 5 }} {{ 1 / 3 }} {{ 2 / 3 }} {{ 1e3 / 7 }} {{ (count / 7)|round(2) }} {{ (count * 100 / 3)|round|int }}",
        ])),
        "list-filters": list(both("list-filters", [
            "{{ names|join(', ') }} {{ names|join }} {{ numbers|join('-') }} {{ names|join('<') }} {{ fragments|join(', ') }} {{ fragments|join('<') }} {{ people|join(', ', attribute='name') }}",
            "{{ names|sort|join(' ') }} {{ names|sort(true)|join(' ') }} {{ names|sort(case_sensitive=true)|join(' ') }} {{ numbers|sort|join(' ') }} {{ numbers|sort(reverse=true)|join(' ') }} {{ decimals|sort|join(' ') }}",
            "{{ mixed_case|sort|join }} {{ mixed_case|sort(reverse=true)|join }} {{ mixed_case|sort(case_sensitive=true)|join }} {{ mixed_case|unique|join }} {{ mixed_case|unique(true)|join }}",
            "{% for p in people|sort(attribute='age') %}{{ p.name }} {% endfor %}|{% for p in people|sort(attribute='name', reverse=true) %}{{ p.name }} {% endfor %}|{% for p in people|sort(attribute='home.city') %}{{ p.name }} {% endfor %}",
            "{% for g in people|groupby('kind') %}{{ g.grouper }}={{ g.list|length }}:{% for p in g.list %}{{ p.name }},{% endfor %} {% endfor %}",
            "{% for g in people|groupby('age') %}{{ g.grouper }}:{{ g.list|map(attribute='name')|join('/') }} {% endfor %}|{% for g in people|groupby('kind', case_sensitive=true) %}{{ g.grouper }} {% endfor %}|{% for g in people|groupby('home.country', default='??') %}{{ g.grouper }}{{ g.list|length }} {% endfor %}",
            "{{ people|map(attribute='name')|join(', ') }} {{ people|map(attribute='home.city')|join(' ') }} {{ names|map('upper')|join(' ') }} {{ names|map('truncate', 2, true, '', 0)|join(' ') }} {{ people|map(attribute='nickname', default='-')|join(' ') }}",
            "{{ numbers|select('odd')|join(' ') }} {{ numbers|reject('odd')|join(' ') }} {{ numbers|select('divisibleby', 2)|join(' ') }} {{ numbers|select('gt', 1)|join(' ') }} {{ names|reject('in', ['Bob'])|join(' ') }} {{ numbers|select|join(' ') }} {{ numbers|select('==', 1)|join }}",
            "{% for p in people|selectattr('active') %}{{ p.name }} {% endfor %}|{% for p in people|rejectattr('active') %}{{ p.name }} {% endfor %}|{% for p in people|selectattr('kind', 'equalto', 'author') %}{{ p.name }} {% endfor %}|{% for p in people|selectattr('age', 'gt', 30) %}{{ p.name }} {% endfor %}|{% for p in people|selectattr('friend', 'defined') %}{{ p.name }}{% endfor %}|{% for p in people|rejectattr('home.country') %}{{ p.name }}{% endfor %}",
            "{% for line in numbers|batch(2) %}[{{ line|join(' ') }}]{% endfor %}|{% for line in numbers|batch(3, 0) %}[{{ line|join(' ') }}]{% endfor %}|{% for column in numbers|slice(3) %}[{{ column|join(' ') }}]{% endfor %}|{% for column in numbers|slice(3, 99) %}[{{ column|join(' ') }}]{% endfor %}",
            "{% if names %}{{ names|first }} {{ names|last }} {{ names[0] }} {{ names[-1] }}{% endif %} {{ names|first|default('none') }} {{ none_names|first|default('none') }} {{ none_names|last|default('none') }}",
            "{{ numbers|reverse|join(' ') }} {{ numbers|length }} {{ people|length }} {{ none_names|count }} {{ names|list|length }} {{ 'abc'|list|join('.') }}",
            "{{ people|map(attribute='tags')|map('length')|join(' ') }} {{ people|map(attribute='name')|map('lower')|sort|join(' ') }} {{ people|selectattr('active')|map(attribute='age')|sum }}",
            "{{ names|map('length')|sum }} {{ names|map('replace', 'o', '0')|join(' ') }} {{ decimals|map('round')|join(' ') }} {{ numbers|map('string')|join('') }} {{ people|map(attribute='bio')|join(' ') }}",
            "{{ truths|select|list|length }} {{ truths|sort|join(' ') }} {{ numbers|unique|join(' ') }} {{ people|unique(attribute='age')|map(attribute='name')|join(' ') }}",
            "{{ (names|sort)[0]|default('-') }} {{ names[99]|default('-') }} {{ (numbers|sort)[1:3]|join(',') }} {{ numbers[1:-1]|join(',') }} {{ numbers[-100:100]|length }} {{ sentence[5:2] }}",
        ])),
        "tests": list(both("tests", [
            "{{ count is odd }} {{ count is even }} {{ count is divisibleby 7 }} {{ count is divisibleby(2) }} {{ count is not odd }}",
            "{{ title is string }} {{ count is number }} {{ count is integer }} {{ half is float }} {{ yes is boolean }} {{ yes is true }} {{ no is false }} {{ count is string }} {{ half is integer }}",
            "{{ given is defined }} {{ missing is defined }} {{ missing is undefined }} {{ missing is not defined }} {{ none is none }} {{ (none if yes else 'x') is none }}",
            "{{ letters is lower }} {{ letters|upper is upper }} {{ empty is lower }} {{ '12' is upper }} {{ letters|lower is lower }} {{ wide is lower }}",
            "{{ count is eq 7 }} {{ count is ne(7) }} {{ count is gt 3 }} {{ count is lt 3 }} {{ count is ge 7 }} {{ count is le 7 }} {{ count is equalto 7 }} {{ 'Bob' is in names }} {{ count is lessthan 9 }} {{ count is greaterthan 9 }}",
            "{% if count is odd and half is float %}a{% else %}b{% endif %}{{ 'x' if count is divisibleby 2 else 'y' }}{{ count is odd or count is even }}",
            "{{ title|e is escaped }} {{ title is escaped }} {{ body is escaped }}",
            "{{ (title is defined) == true }} {{ not title is defined }} {{ (count + 1) is even }}",
        ])),
        "macros": list(both("macros", [
            "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(title) }}{{ m('x') }}{{ m(count) }}",
            "{% macro m(a, b='d', c=3) %}{{ a }}-{{ b }}-{{ c }};{% endmacro %}{{ m(1) }}{{ m(1, 'x') }}{{ m(1, c=5) }}{{ m(c=1, a=2, b='y') }}",
            "{% macro a(x) %}<b>{{ x }}</b>{% endmacro %}{% macro b(x) %}{{ a(x) }}{{ a(x ~ '!') }}{% endmacro %}{{ b(title) }}",
            "{% macro later() %}{{ other('z') }}{% endmacro %}{% macro other(x) %}({{ x }}){% endmacro %}{{ later() }}",
            "{% macro count_down(n) %}{{ n }}{% if n > 0 %} {{ count_down(n - 1) }}{% endif %}{% endmacro %}{{ count_down(5) }}",
            "{% macro t(node) %}{{ node.label }}({% for c in node.children %}{{ t(c) }}{% endfor %}){% endmacro %}{{ t(tree) }}",
            "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{% set y = m(title) %}{{ y }}{{ y ~ '<' }}{{ m(m('a<')) }}",
            "{% macro c(on) %}a{% if on %} b{% endif %}{% endmacro %}<p class=\"{{ c(yes) }}\">{{ c(no) }}</p>",
            "{% macro m() %}{{ title }}{{ person.name }}{% endmacro %}{{ m() }}",
            "{% macro m(p) %}{% if p.friend %}{{ p.friend.name }}{% else %}alone{% endif %}{% endmacro %}{% for p in people %}{{ m(p) }} {% endfor %}{{ m(person) }}",
            "{% macro m(x) -%}\n  {{ x }}\n{%- endmacro %}[{{ m(1) }}]",
            "{% macro m(x) %}{{ x|join(',') }}{% endmacro %}{{ m(names) }}{{ m(numbers) }}{{ m([1.5]) }}",
            "{% set x = 'out' %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}",
            "{% macro m(a, b=a ~ '!') %}{{ a }}{{ b }}{% endmacro %}{{ m('q') }}{{ m('q', 'r') }}",
            "{% macro wrap(x) %}{% for i in range(2) %}{{ loop.index }}{{ x }}{% endfor %}{% endmacro %}{% for n in names %}{{ wrap(n) }}{{ loop.index }}{% endfor %}",
        ])) + [
            (f"imports-{index + 1}-{data}", {"page.html": page, "parts.html": PARTS}, data)
            for index, page in enumerate([
                "{% import 'parts.html' as parts %}{{ parts.link(person) }}{{ parts.link(person, class='<x>') }}",
                "{% import 'parts.html' as parts %}{{ parts.list(people) }}|{{ parts.list(people, '; ') }}|{{ parts.list(no_people) }}",
                "{% from 'parts.html' import link, tree as draw %}{{ link(person) }}<ul>{{ draw(tree) }}</ul>",
                "{% import 'parts.html' as p %}{{ p.shared }}{{ p.uses_shared() }}{{ p.pair('a') }}{{ p.pair('a', 'b') }}",
                "{% from 'parts.html' import shared as s, pair %}{{ s }}{% set x = pair(title) %}{{ x }}",
                "{% for p in people %}{% import 'parts.html' as parts %}{{ parts.link(p) }}{% endfor %}",
            ]) for data in ("full", "sparse")
        ],
        "inheritance": [
            (f"inheritance-{index + 1}-{data}", {"base.html": BASE, **pages}, data)
            for index, pages in enumerate([
                {"page.html": "{% extends 'base.html' %}"},
                {"page.html": "{% extends 'base.html' %}{% block title %}{{ title }}{% endblock %}{% block class %}x {{ super() }} y{% endblock %}"},
                {"page.html": "{% extends 'base.html' %}\n{% block main %}\n{{ super() }}{{ super() }}<p>{{ person.name }}</p>\n{% endblock %}\nlost {{ count }}"},
                {"page.html": "{% extends 'base.html' %}{% set x = 'set ' ~ title %}{% block main %}{{ x }}{% set x = 1 %}{{ x }}{% endblock %}{% block inner %}{{ x }}{{ super() }}{% endblock %}"},
                {"page.html": "{% extends 'base.html' %}{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{% block main %}{{ m(title) }}{% endblock %}"},
                {"page.html": "{% extends 'mid.html' %}{% block main %}page {{ super() }}{% endblock %}{% block new %}filled{% endblock %}",
                 "mid.html": "{% extends 'base.html' %}{% block main %}mid {{ super() }}{% block new %}unfilled{% endblock %}{% endblock %}{% block title %}Mid{% endblock %}"},
                {"page.html": "{# c #}\n{% extends 'base.html' %}{% block foot %}{% for n in names %}{{ n }}{% endfor %}{% endblock %}"},
                {"page.html": "{% extends 'loop.html' %}{% block item %}[{{ title }}]{% endblock %}",
                 "loop.html": "{% for n in names %}{% block item %}{% endblock %}{% endfor %}"},
                {"page.html": "{% extends 'base.html' %}{% import 'parts.html' as parts %}{% block main %}{{ parts.link(person) }}{% set z = super() %}{{ z }}{% endblock %}", "parts.html": PARTS},
                {"page.html": "{% extends 'base.html' %}{% if yes %}{% set flag = 'on' %}{% endif %}{% block class %}{{ flag|default('off') }}{% endblock %}"},
            ]) for data in ("full", "sparse")
        ],
        "includes": [
            (f"includes-{index + 1}-{data}", pages, data)
            for index, pages in enumerate([
                {"page.html": "a{% include 'x.html' %}b", "x.html": "[{{ title }}]\n"},
                {"page.html": "{% for n in names %}{% include 'x.html' %}{% endfor %}", "x.html": "{{ n }},"},
                {"page.html": "{% set v = 'local' %}{% include 'x.html' %}{{ v }}", "x.html": "{{ v }}{% set v = 'changed' %}{{ v }}"},
                {"page.html": "{% include 'nope.html' ignore missing %}ok{% include ['nope.html', 'x.html'] %}", "x.html": "x"},
                {"page.html": "{% include 'a.html' %}", "a.html": "a{% include 'b.html' %}a", "b.html": "b{{ person.name }}b"},
                {"page.html": "<p class=\"{% include 'x.html' %}\">{% include 'x.html' %}</p>", "x.html": "{{ title }}"},
                {"page.html": "{% with n = 'w' %}{% include 'x.html' %}{% endwith %}", "x.html": "{{ n }}"},
                {"page.html": "{% extends 'base.html' %}{% block main %}{% include 'x.html' %}{% endblock %}", "base.html": BASE, "x.html": "{% block inner %}own{% endblock %}{{ title }}"},
                {"page.html": "{% include 'child.html' %}!", "child.html": "{% extends 'base.html' %}{% block title %}c{% endblock %}", "base.html": BASE},
                {"page.html": "{% include 'x.html' with context %}", "x.html": "{{ count }}"},
                {"page.html": "{% macro m(n) %}{% include 'x.html' %}{% endmacro %}{{ m(1) }}{{ m('b') }}", "x.html": "({{ n }}{{ title }})"},
                {"page.html": "{% include 'x.html' %}", "x.html": "{% import 'parts.html' as parts %}{{ parts.link(person) }}", "parts.html": PARTS},
            ]) for data in ("full", "sparse")
        ],
    }
