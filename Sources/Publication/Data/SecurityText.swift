import Governance

/// Where to report a weakness (RFC 9116).
struct SecurityText {
  let text: String

  init(_ source: SiteSource) throws {
    guard let contact = ContactPoint(source.settings.securityContact) else {
      throw SiteFault.path(source.settings.securityContact)
    }
    // Less than a year ahead (section 2.5.5), counted from the day the site is about.
    let expires = try source.day.adding(days: 364)
    text = """
      Contact: \(contact.uri)
      Expires: \(expires)T00:00:00Z
      Preferred-Languages: nl, en
      Canonical: \(source.settings.host)/.well-known/security.txt

      """
  }
}
