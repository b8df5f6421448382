"""Templates made at random from the types of `world.json`, the same ones on every run."""
import random

from jinja2.exceptions import UndefinedError

SEED = 20260227
COUNT = 160

TEXTS = ["title", "empty", "sentence", "letters", "lines", "markup_text", "path", "greek", "wide", "space", "composed"]
NUMBERS = ["zero", "one", "count", "negative", "half", "tenth", "third", "whole", "big"]
TRUTHS = ["yes", "no"]


class Maker:
    def __init__(self, source):
        self.random = source
        self.people = ["person"]
        self.locals = []
        self.loops = 0
        self.serial = 0

    def pick(self, *options):
        return self.random.choice(options)

    def text(self, depth):
        if depth <= 0:
            return self.pick(
                self.random.choice(TEXTS), "'lit<eral>'", '"a & b"', self.random.choice(self.people) + ".name",
                self.random.choice(self.people) + ".home.city", self.random.choice(self.locals or ["title"]))
        inner = lambda: self.text(depth - 1)
        return self.pick(
            lambda: f"({inner()} ~ {self.any(depth - 1)})",
            lambda: f"{inner()}|{self.pick('upper', 'lower', 'title', 'capitalize', 'trim', 'string', 'reverse', 'urlencode', 'striptags')}",
            lambda: f"{inner()}|truncate({self.random.randint(6, 20)}, {self.pick('true', 'false')}, '{self.pick('...', '', '…')}', {self.random.randint(0, 6)})",
            lambda: f"{inner()}|replace('{self.pick('a', 'e', 'o', ' ', '<')}', {inner()})",
            lambda: f"({inner()} if {self.truth(depth - 1)} else {inner()})",
            lambda: f"({inner()} or {inner()})",
            lambda: f"{self.pick('missing', 'given')}|default({inner()})",
            lambda: f"{self.list(depth - 1)}|join({inner()})",
            lambda: f"({inner()})[{self.random.randint(-3, 3)}:{self.random.randint(-2, 9)}]",
            lambda: inner(),
        )()

    def number(self, depth):
        if depth <= 0:
            return self.pick(
                self.random.choice(NUMBERS), str(self.random.randint(0, 40)), f"{self.random.randint(0, 99) / 8}",
                self.random.choice(self.people) + ".age", self.random.choice(self.people) + ".score",
                "loop.index" if self.loops else "count")
        inner = lambda: self.number(depth - 1)
        return self.pick(
            lambda: f"(({inner()}) {self.pick('+', '-', '*')} ({inner()}))",
            lambda: f"({inner()} {self.pick('/', '//', '%')} {self.random.randint(1, 9)})",
            lambda: f"({inner()})|{self.pick('abs', 'round(1)', 'int', 'float', 'round')}",
            lambda: f"{self.text(depth - 1)}|{self.pick('length', 'wordcount', 'count')}",
            lambda: f"({inner()} if {self.truth(depth - 1)} else {inner()})",
            lambda: self.pick("numbers", "decimals") + "|sum",
            lambda: "people|length",
            lambda: f"(-({inner()}))",
        )()

    def truth(self, depth):
        if depth <= 0:
            return self.pick(
                self.random.choice(TRUTHS), "people", "given", "missing", self.random.choice(self.people) + ".active",
                "loop.first" if self.loops else "count", "loop.last" if self.loops else "names")
        inner = lambda: self.truth(depth - 1)
        return self.pick(
            lambda: f"({inner()} {self.pick('and', 'or')} {inner()})",
            lambda: f"(not {inner()})",
            lambda: f"({self.number(depth - 1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {self.number(depth - 1)})",
            lambda: f"({self.text(depth - 1)} {self.pick('==', '!=', '<', 'in', 'not in')} {self.text(depth - 1)})",
            lambda: f"({self.number(depth - 1)}|int is {self.pick('odd', 'even', 'divisibleby 3', 'number')})",
            lambda: f"({self.pick('missing', 'given', 'nobody', 'somebody')} is {self.pick('defined', 'undefined', 'not defined')})",
        )()

    def list(self, depth):
        if depth <= 0:
            return self.pick("names", "mixed_case", "none_names", "['x', 'Y', '<z>']", self.random.choice(self.people) + ".tags")
        inner = lambda: self.list(depth - 1)
        return self.pick(
            lambda: f"{inner()}|sort",
            lambda: f"{inner()}|sort(reverse=true)",
            lambda: f"{inner()}|unique|list",
            lambda: f"{inner()}|reverse|list",
            lambda: f"{inner()}|map('{self.pick('upper', 'lower', 'capitalize')}')|list",
            lambda: f"({inner()} + {inner()})",
            lambda: f"({inner()})[{self.random.randint(0, 1)}:]",
            lambda: "people|map(attribute='name')|list",
            lambda: f"people|selectattr('{self.pick('active', 'nickname')}')|map(attribute='{self.pick('name', 'kind')}')|list",
            lambda: f"[{self.text(depth - 1)}, {self.text(depth - 1)}]",
        )()

    def any(self, depth):
        return self.pick(lambda: self.text(depth), lambda: self.number(depth), lambda: self.text(depth))()

    def fragment(self, depth):
        """A piece of a template that begins and ends between tags."""
        piece = self.pick(
            self.print, self.print, self.condition, self.loop, self.people_loop, self.set, self.element, self.words,
            self.macro, self.with_scope, self.guarded)
        return piece(depth)

    def body(self, depth):
        saved = list(self.locals), list(self.people)
        text = "".join(self.fragment(depth - 1) for _ in range(self.random.randint(1, 3)))
        self.locals, self.people = saved
        return text

    def dash(self):
        return self.pick("", "", "", "-")

    def tag(self, inside):
        return "{%" + self.dash() + f" {inside} " + self.dash() + "%}"

    def words(self, depth):
        return self.pick("\n", " text ", "<br>", "&amp;", "\n  ", " . ", "<!-- c -->")

    def print(self, depth):
        value = self.any(self.random.randint(0, 3))
        return "{{" + self.dash() + f" {value} " + self.dash() + "}}"

    def condition(self, depth):
        if depth <= 0:
            return self.print(depth)
        result = self.tag(f"if {self.truth(2)}") + self.body(depth)
        if self.random.random() < 0.3:
            result += self.tag(f"elif {self.truth(2)}") + self.body(depth)
        if self.random.random() < 0.5:
            result += self.tag("else") + self.body(depth)
        return result + self.tag("endif")

    def guarded(self, depth):
        name, fields = self.pick(("given", ""), ("missing", ""), ("somebody", ".name"), ("nobody", ".kind"))
        return f"{{% if {name} %}}{{{{ {name}{fields} }}}}{{% else %}}{self.print(depth)}{{% endif %}}"

    def loop(self, depth):
        if depth <= 0:
            return self.print(depth)
        self.serial += 1
        name = f"x{self.serial}"
        opening = self.tag(f"for {name} in {self.list(2)}")
        self.locals.append(name)
        self.loops += 1
        result = opening + "{{ " + name + " }}" + self.body(depth)
        self.loops -= 1
        self.locals.remove(name)
        if self.random.random() < 0.3:
            result += self.tag("else") + self.body(depth)
        return result + self.tag("endfor")

    def people_loop(self, depth):
        if depth <= 0:
            return self.print(depth)
        self.serial += 1
        name = f"p{self.serial}"
        order = self.pick("", "|sort(attribute='name')", "|selectattr('active')", "|sort(attribute='score', reverse=true)")
        condition = self.pick("", "", f" if {name}.active", f" if {name}.age > 20")
        opening = self.tag(f"for {name} in people{order}{condition}")
        self.people.append(name)
        self.loops += 1
        result = opening + self.body(depth)
        self.loops -= 1
        self.people.remove(name)
        return result + self.tag("endfor")

    def set(self, depth):
        self.serial += 1
        name = f"v{self.serial}"
        result = self.tag(f"set {name} = {self.text(2)}")
        self.locals.append(name)
        return result

    def with_scope(self, depth):
        if depth <= 0:
            return self.print(depth)
        self.serial += 1
        name = f"w{self.serial}"
        opening = self.tag(f"with {name} = {self.text(1)}")
        self.locals.append(name)
        result = opening + self.body(depth)
        self.locals.remove(name)
        return result + self.tag("endwith")

    def element(self, depth):
        attributes = f' title="{{{{ {self.text(1)} }}}}"'
        if self.random.random() < 0.4:
            attributes += f"{{% if {self.truth(1)} %}} class=\"{{{{ {self.text(0)} }}}}\"{{% endif %}}"
        return f"<p{attributes}>{self.body(depth) if depth > 0 else 'x'}</p>"

    def macro(self, depth):
        self.serial += 1
        name = f"m{self.serial}"
        saved = self.locals, self.people, self.loops
        self.locals, self.people, self.loops = ["a", "b"], ["person"], 0
        body = "{{ a }}" + self.print(0) + "{{ b }}"
        self.locals, self.people, self.loops = saved
        return (f"{{% macro {name}(a, b={self.pick(chr(34) + '1' + chr(34), chr(39) + '<' + chr(39))}) %}}{body}{{% endmacro %}}"
                f"{{{{ {name}({self.text(1)}) }}}}{{{{ {name}({self.text(0)}, {self.text(0)}) }}}}")


def cases(render):
    source = random.Random(SEED)
    result = []
    while len(result) < COUNT:
        text = "".join(Maker(source).fragment(3) for _ in range(3))
        # Names that a piece sets are gone with its maker, so that no piece depends on another one's.
        data = source.choice(["full", "sparse"])
        if len(text) > 4000:
            continue
        try:
            expected = render({"page.html": text}, data)
        except (TypeError, ZeroDivisionError, OverflowError, ValueError, AssertionError, UndefinedError):
            continue
        result.append({
            "name": f"random-{len(result) + 1}", "data": data, "templates": {"page.html": text}, "expected": expected})
    return result
