import Governance
import Ledger

/// A plugin that puts something on the public site.
public protocol PublishingPlugin: Plugin {
  /// What it publishes, for readers without a key; nil when there is nothing to publish yet.
  ///
  /// The same ledger and day give the same answer, byte for byte.
  func publish(_ request: PublicationRequest) throws -> PublishedSubject?
}

/// What a publishing plugin works with.
public struct PublicationRequest {
  /// The views.
  public let views: ViewReader
  /// The filter of a reader without a key: the only way to a sealed value.
  public let filter: VisibilityFilter
  /// The site's address, names and choices.
  public let settings: SiteSettings
  /// The day the site is about.
  public let day: CalendarDate

  /// A request.
  public init(views: ViewReader, filter: VisibilityFilter, settings: SiteSettings, day: CalendarDate) {
    self.views = views
    self.filter = filter
    self.settings = settings
    self.day = day
  }
}

/// What the organisation chose for its public site.
public struct SiteSettings: Sendable, Hashable {
  /// Whether search engines may list the site: a choice the organisation makes and records.
  public enum Robots: String, CodeValue {
    case toestaan
    case weigeren
  }

  /// Whose site it is.
  public let organisatie: String
  /// The ledger it is made from.
  public let origin: String
  /// Where it will stand, as `https://gemeente.example/register`, without a slash at the end.
  public let address: String
  /// Where to ask for a correction: an e-mail address or a link.
  public let contact: String
  /// Where to report a weakness (RFC 9116): an e-mail address or a link.
  public let securityContact: String
  /// What search engines may do.
  public let robots: Robots
  /// The licence of the data, as a link.
  public let licence: String

  /// Choices.
  public init(
    organisatie: String, origin: String, address: String, contact: String, securityContact: String, robots: Robots,
    licence: String
  ) {
    self.organisatie = organisatie
    self.origin = origin
    self.address = address
    self.contact = contact
    self.securityContact = securityContact
    self.robots = robots
    self.licence = licence
  }
}
