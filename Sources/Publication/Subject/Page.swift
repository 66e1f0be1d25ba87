/// One page: what stands between the site's header and footer.
public struct Page: Sendable, Hashable {
  /// Its address below the site's root, with a slash at the end: `/nevenfuncties/functies/gemeentesecretaris/`.
  public let path: String
  /// Its title, unique on the site.
  public let title: String
  /// What it is about, in one sentence, for search engines.
  public let summary: String
  /// The way to it from the start page, without the page itself.
  public let trail: [Link]
  /// What the page is about and what is first to be known of it, its `h1` included, as HTML that a template made; empty
  /// when the content begins with it.
  public let opening: String
  /// The content, as HTML that a template made.
  public let html: String
  /// Boxes that stand beside the content: other days, other pages about the same. What the page rests on comes below them.
  public let rail: String
  /// Whether the content needs the whole width, as a list with many columns does: the boxes then stand below it.
  public let isWide: Bool
  /// Whether it holds all there is, for who asks for that: it alone may be as heavy as it needs.
  public let isWhole: Bool
  /// The page where what it says can be checked.
  public let check: String
  /// The machine-readable form of the same, when there is one.
  public let alternates: [Alternate]
  /// The language it is written in, as BCP 47 has it.
  public let language: String
  /// Whether search engines may list it and the sitemap names it; earlier states and lapsed entries may not.
  public let isListed: Bool
  /// Whether what stood at this address is gone, so that the page only says that: a server answers 410 with it.
  public let isGone: Bool
  /// The regulation it rests on, where that is another than its subject's.
  public let legalBase: String?
  /// Who is responsible for what it says, where that is another than for its subject.
  public let responsible: String?

  /// A page.
  public init(
    path: String, title: String, summary: String, trail: [Link], opening: String = "", html: String, rail: String = "",
    isWide: Bool = false, isWhole: Bool = false, check: String = "/controle/", alternates: [Alternate] = [],
    isListed: Bool = true, isGone: Bool = false, legalBase: String? = nil, responsible: String? = nil,
    language: String = "nl"
  ) {
    self.isGone = isGone
    self.language = language
    self.path = path
    self.title = title
    self.summary = summary
    self.trail = trail
    self.opening = opening
    self.html = html
    self.rail = rail
    self.isWide = isWide
    self.isWhole = isWhole
    self.check = check
    self.alternates = alternates
    self.isListed = isListed
    self.legalBase = legalBase
    self.responsible = responsible
  }

  /// A link to another page of the site.
  public struct Link: Sendable, Hashable {
    /// What it says.
    public let text: String
    /// Where it goes, below the site's root.
    public let path: String

    /// A link.
    public init(_ text: String, _ path: String) {
      self.text = text
      self.path = path
    }
  }

  /// The same content in another form.
  public struct Alternate: Sendable, Hashable {
    /// Its media type.
    public let mediaType: String
    /// How it is called.
    public let text: String
    /// Where it stands, below the site's root.
    public let path: String

    /// The whole data of a subject, and its feed where it has one.
    public static func data(of slug: String, hasFeed: Bool) -> [Alternate] {
      [
        Alternate(MediaType.json, "JSON", "/" + SubjectData.Paths.json(slug)),
        Alternate(MediaType.csv, "CSV", "/" + SubjectData.Paths.csv(slug)),
      ] + (hasFeed ? [Alternate(MediaType.atom, "Atom-feed van wijzigingen", "/" + SubjectData.Paths.feed(slug))] : [])
    }

    /// Another form.
    public init(_ mediaType: String, _ text: String, _ path: String) {
      self.mediaType = mediaType
      self.text = text
      self.path = path
    }
  }
}
