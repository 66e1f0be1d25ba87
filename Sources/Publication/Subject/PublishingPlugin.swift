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
  /// When the site was published before, earliest first.
  public let publications: [EarlierPublication]
  /// How many events the log had when a site about a day in a year was first written: for what is told once a year, and
  /// may not be told differently by two sites about the same year.
  public let firstOfYear: [Int: UInt64]

  /// A request.
  public init(
    views: ViewReader, filter: VisibilityFilter, settings: SiteSettings, day: CalendarDate,
    publications: [EarlierPublication] = [], firstOfYear: [Int: UInt64] = [:]
  ) {
    self.firstOfYear = firstOfYear
    self.publications = publications
    self.views = views
    self.filter = filter
    self.settings = settings
    self.day = day
  }
}

/// A time that the site was published, as the log tells it.
public struct EarlierPublication: Sendable, Hashable {
  /// The day on which it was published.
  public let publishedOn: CalendarDate
  /// The day that the site was about.
  public let day: CalendarDate
  /// How many events the log had that it was made from: what has a position below it could be on the site.
  public let size: UInt64

  /// A time.
  public init(publishedOn: CalendarDate, day: CalendarDate, size: UInt64) {
    self.publishedOn = publishedOn
    self.day = day
    self.size = size
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
