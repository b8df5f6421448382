/// The texts that a writer sees in the browser before there is a site.
enum ServerTexts {
    static let noSite = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>No site yet</title>
        </head>
        <body>
        <h1>No site yet</h1>
        <p>No site can be made of the content. The page reloads by itself when the problems are solved.</p>
        </body>
        </html>

        """
}
