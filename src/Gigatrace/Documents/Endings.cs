namespace Gigatrace.Documents;

/// <summary>
/// What is passed over in folders by its name alone, so that a folder of a person's work can be given as it is. What is not on this list is looked at;
/// a file that is named itself is always tried.
/// </summary>
internal static class Endings
{
    /// <summary>Read whatever is in them: what they are, their content says.</summary>
    private static readonly HashSet<string> Documents = Set(".txt .text .md .markdown .mdown .html .htm .xhtml .shtml .pdf .warc .arc .gz .eml .emlx .mbox .mht .mhtml .rss .atom");

    /// <summary>Read where its content is a feed or a page.</summary>
    private static readonly HashSet<string> Markup = Set(".xml .rdf .opml .svg .kml .gpx");

    private static readonly (string Kind, HashSet<string> Names)[] PassedOver =
    [
        ("picture", Set(".png .jpg .jpeg .gif .webp .avif .bmp .tif .tiff .ico .heic .psd .ai .eps .drawio .excalidraw .canvas")),
        ("recording", Set(".mp3 .m4a .wav .ogg .flac .mp4 .m4v .mov .mkv .avi .webm .srt .vtt")),
        ("font", Set(".woff .woff2 .ttf .otf .eot")),
        ("style sheet or script", Set(".css .scss .less .js .mjs .cjs .jsx .ts .tsx .map .wasm")),
        ("source file", Set(".c .h .cc .cpp .hpp .cs .csx .fs .vb .java .kt .scala .go .rs .py .pyc .ipynb .rb .php .pl .lua .r .m .swift .sh .bash .zsh .fish .ps1 .bat .cmd .sql .csproj .sln .slnx .props .targets .gradle .cmake .rules .proto .vue .svelte")),
        ("data or settings file", Set(".json .jsonl .ndjson .geojson .csv .tsv .parquet .arrow .yaml .yml .toml .ini .cfg .conf .env .lock .properties .plist .db .sqlite .sqlite3 .cdx .cdxj .ics .vcf .bib .log .bak .tmp .swp .pem .key .crt")),
        ("archive or office document", Set(".zip .7z .rar .tar .tgz .bz2 .xz .zst .jar .epub .mobi .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .rtf .wacz .dmg .iso .deb .rpm .apk")),
        ("program", Set(".exe .dll .so .dylib .a .o .obj .lib .bin .class .pdb")),
    ];

    /// <summary>Null where the name does not say.</summary>
    public static string? KindPassedOver(string name)
    {
        var ending = Path.GetExtension(name);
        if (name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)) ending = ".tgz";
        return Array.Find(PassedOver, kind => kind.Names.Contains(ending)).Kind;
    }

    public static bool IsDocument(string name) => Documents.Contains(Path.GetExtension(name));

    /// <summary>It may be a feed or a page, but no text.</summary>
    public static bool IsMarkup(string name) => Markup.Contains(Path.GetExtension(name));

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
