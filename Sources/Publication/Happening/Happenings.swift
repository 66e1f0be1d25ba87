import Governance

/// All that happened in a subject: its list of changes, its feed and its news.
public struct Happenings: Sendable {
  /// The latest first, as far as it was recorded by the day of the site.
  public let latestFirst: [Happening]
  private let slug: String
  private let templates: Templates

  /// What happened.
  /// - Parameters:
  ///   - happenings: In any order.
  ///   - slug: The subject's word in addresses.
  ///   - day: The day the site is about.
  public init(_ happenings: [Happening], of slug: String, by day: CalendarDate) throws {
    latestFirst = happenings.filter { $0.recordedAt.date <= day }.sorted { $0.position > $1.position }
    self.slug = slug
    templates = try Templates(Self.sources + Layout.shared)
  }

  /// The address of the list of changes.
  public static func path(_ slug: String) -> String { "/\(slug)/wijzigingen/" }

  /// The feed's entries, latest first.
  public var changes: [Change] {
    latestFirst.map {
      Change(
        event: $0.event, position: $0.position, recordedAt: $0.recordedAt, effective: $0.day,
        title: $0.title + $0.behindTitle, path: $0.path)
    }
  }

  /// What is new, for the start page.
  public func news() throws -> [Overview.News] {
    try latestFirst.prefix(Self.mostNews).map { happening in
      Overview.News(
        position: happening.position, day: happening.recordedAt.date,
        html: try templates.render("nieuws", value(happening, from: "/")))
    }
  }

  /// The list of changes: month by month, divided over pages.
  /// - Parameters:
  ///   - title: The title of the pages, unique on the site.
  ///   - summary: What happened to what, in one sentence.
  ///   - introduction: The same as the page begins with it.
  public func pages(
    title: String, summary: String, introduction: String, trail: [Page.Link], to give: (Page) throws -> Void
  ) throws {
    let sheets = try Sheets.divide(latestFirst, Self.path(slug)) { happening, path in
      let month = Self.month(happening)
      return PagePiece(
        html: try templates.render("wijziging", value(happening, from: path)),
        within: [Enclosure(month, "<h2>\(month)</h2>\n<ol class=\"lijn\">\n", "</ol>\n")])
    }
    for sheet in sheets {
      let values: TemplateValue = [
        "inleiding": .text(introduction), "isLeeg": .flag(sheet.total == 0),
        "feed": .text(Address.relative(from: sheet.path, to: "/" + SubjectData.Paths.feed(slug))),
      ]
      try give(
        Page(
          path: sheet.path, title: title + sheet.titleSuffix, summary: summary, trail: trail,
          opening: try templates.heading("Wat er is veranderd", sheet, things: "Wijziging"),
          html: (sheet.isFirst ? try templates.render("wijzigingen-boven", values) : "") + sheet.html
            + (try templates.browse(sheet)), alternates: Page.Alternate.data(of: slug, hasFeed: true)))
    }
  }

  /// One line of the page of the thing itself; it stands in a list of the class `lijn`.
  public func line(_ happening: Happening) throws -> String {
    try templates.render(
      "gebeurtenis",
      [
        "dag": HTMLDate.value(happening.day), "zin": .text(happening.withPart.asSentenceStart),
        "link": .optional(happening.link), "eerder": .optional(happening.earlier.map(HTMLDate.value)),
      ])
  }

  private func value(_ happening: Happening, from path: String) -> TemplateValue {
    let isOtherDay = happening.day != ImpreciseDate(happening.recordedAt.date)
    return [
      "dag": HTMLDate.value(happening.recordedAt.date),
      "adres": .text(Address.relative(from: path, to: happening.path)),
      "titel": .text(happening.title), "zin": .text(happening.behindTitle),
      "geldt": .optional(
        isOtherDay && happening.day != .unknown || happening.earlier != nil ? HTMLDate.value(happening.day) : nil),
      "eerder": .optional(happening.earlier.map(HTMLDate.value)),
    ]
  }

  /// The month in which it was recorded, by Dutch time: "November 2026".
  private static func month(_ happening: Happening) -> String {
    happening.recordedAt.date.text(.dutch).split(separator: " ").dropFirst().joined(separator: " ").asSentenceStart
  }

  private static let mostNews = 20

  private static let sources: [(name: String, bytes: [UInt8])] = [
    ("gebeurtenis", PackageResources.gebeurtenis_mustache), ("nieuws", PackageResources.nieuws_mustache),
    ("wijziging", PackageResources.wijziging_mustache),
    ("wijzigingen-boven", PackageResources.wijzigingen_boven_mustache),
  ]
}
