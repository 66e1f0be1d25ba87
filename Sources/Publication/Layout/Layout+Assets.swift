extension Layout {
  /// What the pages need beside themselves: the style sheets and the mark, with their paths below the site's root.
  ///
  /// An organisation gives the site its own colours and type with a `HouseStyle`.
  public static var assets: [(path: String, bytes: [UInt8])] {
    [
      ("/stijl/tokens.css", PackageResources.tokens_css),
      ("/stijl/stijl.css", PackageResources.stijl_css + PackageResources.register_css + PackageResources.papier_css),
      ("/stijl/merk.svg", PackageResources.merk_svg),
    ]
  }

  static var sources: [(name: String, bytes: [UInt8])] {
    [
      ("boven", PackageResources.boven_mustache), ("onder", PackageResources.onder_mustache),
      ("contact", PackageResources.contact_mustache), ("start", PackageResources.start_mustache),
      ("over", PackageResources.over_mustache), ("publicatiebeleid", PackageResources.publicatiebeleid_mustache),
      ("toegankelijkheid", PackageResources.toegankelijkheid_mustache),
      ("niet-gevonden", PackageResources.niet_gevonden_mustache),
    ] + shared
  }

  /// Parts that the templates of a plugin may use as well: `{{>datum}}`.
  public static var shared: [(name: String, bytes: [UInt8])] { [("datum", PackageResources.datum_mustache)] }
}
