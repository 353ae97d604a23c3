namespace MethodCenter.Domain.Common;

/// <summary>Something with an identity. Every row belongs to exactly one centre (the tenant).</summary>
public abstract class Entity
{
    public Guid Id { get; private init; } = EntityId.New();

    /// <summary>The centre that owns the row. Stamped when the row is first saved, from the caller's scope.</summary>
    public Guid CentreId { get; private set; }
}

/// <summary>A consistency boundary: loaded, changed and saved as a whole.</summary>
public abstract class AggregateRoot : Entity
{
    private List<IDomainEvent>? _events;

    /// <summary>Number of the revision, from 1. Rises by one with each saved change of the root or its parts.</summary>
    public int Version { get; private set; }

    /// <summary>What has happened since the aggregate was loaded.</summary>
    public IReadOnlyList<IDomainEvent> Events => _events ?? [];

    public void ClearEvents() => _events = null;

    protected void Raise(IDomainEvent domainEvent) => (_events ??= []).Add(domainEvent);
}

/// <summary>A part of an aggregate that has a table of its own. A change of it is a change of the root.</summary>
public interface IPartOf<TRoot> : IPart
    where TRoot : AggregateRoot;

/// <summary>See <see cref="IPartOf{TRoot}"/>.</summary>
public interface IPart
{
    Guid RootId { get; }
}

/// <summary>
/// An aggregate whose row can be held until the end of a transaction, where decisions about it must be taken one after
/// another.
/// </summary>
public interface IHeld;

/// <summary>Something that has happened in the domain. Holds ids and codes, never personal data.</summary>
public interface IDomainEvent
{
    /// <summary>The aggregate it happened to.</summary>
    Guid SubjectId { get; }
}

/// <summary>A row that an organisation may see when its grant is limited to that organisation.</summary>
public interface IOrganisationOwned
{
    Guid OrganisationId { get; }
}

/// <summary>Marks a property whose values never reach the audit, the log or an event: only the fact of the change.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute : Attribute;
