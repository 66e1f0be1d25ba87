import Governance

extension Layout {
  /// What the pages need beside themselves: the style sheets and the mark, with their paths below the site's root.
  ///
  /// An organisation gives the site its own colours, type and mark with a `HouseStyle`.
  public static func assets(_ style: HouseStyle? = nil) -> [(path: String, bytes: [UInt8])] {
    [
      ("/stijl/tokens.css", PackageResources.tokens_css),
      ("/stijl/stijl.css", PackageResources.stijl_css + PackageResources.register_css + PackageResources.papier_css),
      ("/stijl/merk.svg", mark(style)),
    ]
  }

  /// The site's own mark, in the colour of the header.
  private static func mark(_ style: HouseStyle?) -> [UInt8] {
    let text = String(decoding: PackageResources.merk_svg, as: UTF8.self)
    guard let style, let light = style.accent(.light), let dark = style.accent(.dark) else { return Array(text.utf8) }
    return Array(text.replacing("#0f4c55", with: light).replacing("#123c43", with: dark).utf8)
  }

  static var sources: [(name: String, bytes: [UInt8])] {
    [
      ("boven", PackageResources.boven_mustache), ("opening", PackageResources.opening_mustache),
      ("inhoud", PackageResources.inhoud_mustache), ("rail", PackageResources.rail_mustache),
      ("onder", PackageResources.onder_mustache), ("contact", PackageResources.contact_mustache),
      ("start-opening", PackageResources.start_opening_mustache), ("start", PackageResources.start_mustache),
      ("start-rail", PackageResources.start_rail_mustache),
      ("nieuws-boven", PackageResources.nieuws_boven_mustache),
      ("nieuws-onder", PackageResources.nieuws_onder_mustache),
      ("over-opening", PackageResources.over_opening_mustache), ("over", PackageResources.over_mustache),
      ("publicatiebeleid-opening", PackageResources.publicatiebeleid_opening_mustache),
      ("publicatiebeleid", PackageResources.publicatiebeleid_mustache),
      ("correctie-opening", PackageResources.correctie_opening_mustache),
      ("correctie", PackageResources.correctie_mustache),
      ("toegankelijkheid-opening", PackageResources.toegankelijkheid_opening_mustache),
      ("toegankelijkheid", PackageResources.toegankelijkheid_mustache),
      ("english-opening", PackageResources.english_opening_mustache), ("english", PackageResources.english_mustache),
      ("niet-gevonden", PackageResources.niet_gevonden_mustache),
    ] + shared
  }

  /// Parts that the templates of a plugin may use as well: `{{>datum}}`.
  public static var shared: [(name: String, bytes: [UInt8])] {
    [
      ("datum", PackageResources.datum_mustache), ("bladeren", PackageResources.bladeren_mustache),
      ("kop", PackageResources.kop_mustache), ("moment", PackageResources.moment_mustache),
      ("lijst-boven", PackageResources.lijst_boven_mustache),
    ]
  }
}
