extension Site {
    /// The header's own item that an item of `navigation` names; nil for a page, which comes first, or an address.
    package func automaticItem(_ item: SiteSettings.NavigationItem) -> SiteSettings.AutomaticItem? {
        guard let known = SiteSettings.AutomaticItem(rawValue: item.to.value),
            index.find(.page, item.to.value, from: -1) == .unresolved,
            index.find(.event, item.to.value, from: -1) == .unresolved
        else { return nil }
        return known
    }
}
