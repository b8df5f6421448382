import Bytes
import Model
import Presenting
import Templates

extension DateView {
    var html: HTML { html(.full) }
    var shortHTML: HTML { html(DateStyle(isShort: true)) }
    var spanHTML: HTML { html(DateStyle(isShort: true, isSpan: true)) }
    var dayHTML: HTML { html(DateStyle(isShort: true, showsYear: false)) }

    private func html(_ style: DateStyle) -> HTML {
        page.markup.date(date, zone, style) { written(style) }
    }

    private func written(_ style: DateStyle) -> HTML {
        let language = page.words.dates
        // One point is all in one element.
        if date.form == .single {
            return HTML(trusting: element(date.words(in: zone, style: style, language: language), date))
        }
        let text = date.words(in: zone, style: style, language: language) { words, end in
            String(decoding: element(words, end), as: UTF8.self)
        }
        return HTML(trusting: Array(text.utf8))
    }

    private func element(_ words: String, _ end: EventDate) -> [UInt8] {
        // Words of dates hold nothing that needs escaping but what a language's patterns may bring.
        var writer = HTMLWriter(capacity: 96)
        guard end.hasHTMLForm else {
            writer.text(words)
            return writer.bytes
        }
        writer.markup("<time datetime=\"")
        writer.text(end.machineForm)
        writer.markup("\">")
        writer.text(words)
        writer.markup("</time>")
        return writer.bytes
    }
}

extension DeadlineView {
    var html: HTML {
        var writer = HTMLWriter()
        writer.words(date.page.words, .byDate, ["date": date.html.bytes])
        return HTML(trusting: writer.bytes)
    }
}

extension PageContext {
    /// Texts and dates of an event, dates in an element of their own.
    func html(_ pieces: [StateSentence.Piece], of event: Int) -> HTML {
        var writer = HTMLWriter()
        for piece in pieces {
            switch piece {
            case .text(let text): writer.text(text)
            case .date(let value): writer.html(date(value, of: event).html.bytes)
            case .passage(let passage, _): writer.html(html(passage).bytes)
            }
        }
        return HTML(trusting: writer.bytes)
    }
}
