/// The types of files for browsers, by their ending (https://www.iana.org/assignments/media-types).
enum MediaType {
    static let page = "text/html; charset=utf-8"
    static let script = "text/javascript; charset=utf-8"

    static func of(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return unknown }
        return types[path[path.index(after: dot)...].lowercased()] ?? unknown
    }

    private static let unknown = "application/octet-stream"

    private static let types: [String: String] = [
        "html": page, "htm": page, "css": "text/css; charset=utf-8", "js": script, "mjs": script,
        "json": "application/json", "jsonld": "application/ld+json", "map": "application/json",
        "webmanifest": "application/manifest+json", "xml": "application/xml", "txt": "text/plain; charset=utf-8",
        "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "pdf": "application/pdf",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp3": "audio/mpeg",
        "ogg": "audio/ogg", "m4a": "audio/mp4", "wav": "audio/wav", "mp4": "video/mp4", "webm": "video/webm",
        "wasm": "application/wasm", "zip": "application/zip",
    ]
}
