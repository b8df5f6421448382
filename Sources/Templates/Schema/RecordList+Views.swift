extension RecordList {
    /// A reader of the elements of such a list, as views that `each` makes.
    @inlinable
    static func reader<View: TemplateView>(_ each: @escaping @Sendable (Owner, Element) -> View) -> Reader {
        { list, index, register in
            let list = typed(list)
            TypedRecord.put(each(list.owner, list.elements[index]), View.record.storage, into: &register)
        }
    }
}
