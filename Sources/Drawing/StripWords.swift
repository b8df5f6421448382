/// What the strip says beside an entry, measured once for both its forms.
struct StripWords: Sendable {
    let title: TextWords
    let date: TextWords

    init(title: String, date: String) {
        self.title = TextWords(title, style: .name)
        self.date = TextWords(date, style: .meta)
    }
}
