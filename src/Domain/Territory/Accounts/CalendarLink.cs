namespace MethodCenter.Domain.Territory.Accounts;

/// <summary>Whose timetable a link opens.</summary>
public enum CalendarSubject
{
    /// <summary>A course.</summary>
    Course,

    /// <summary>A room.</summary>
    Room,

    /// <summary>An employee: what he or she attends or gives.</summary>
    Employee,
}

/// <summary>Ссылка на календарь: an address that a calendar program reads without a key, until it is revoked.</summary>
/// <remarks>
/// Calendar programs cannot send a key with what they read. A link shows one timetable and no more than its maker may
/// see at the time of the reading: an account that is blocked or loses a role loses its links with it.
/// </remarks>
public sealed class CalendarLink : Entity, IPartOf<Account>
{
    public const int HashLength = 32;

    private CalendarLink() { }

    internal CalendarLink(
        Guid accountId,
        CalendarSubject subject,
        Guid subjectId,
        byte[] hash,
        DateTimeOffset madeAt,
        Guid? keyId
    ) => (AccountId, Subject, SubjectId, Hash, MadeAt, KeyId) = (accountId, subject, subjectId, hash, madeAt, keyId);

    public Guid AccountId { get; private init; }

    public CalendarSubject Subject { get; private init; }

    /// <summary>The course, the room or the employee.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>SHA-256 of the code in the address: 130 random bits need no slow hash.</summary>
    [PersonalData]
    public byte[] Hash { get; private init; } = null!;

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The key that made it, with which it ends; null: a token made it, and it ends with the password.</summary>
    public Guid? KeyId { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    Guid IPart.RootId => AccountId;

    internal Result<Nothing> Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return CalendarLinkErrors.AlreadyRevoked;
        }

        RevokedAt = now;
        return Nothing.Done;
    }
}
