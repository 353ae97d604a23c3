namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Last number of a sequence of consecutive numbers.</summary>
public sealed class Numerator
{
    public const int SequenceMaxLength = 80;

    public Guid Id { get; init; }

    public Guid CentreId { get; init; }

    public string Sequence { get; init; } = "";

    public int Last { get; init; }
}

/// <summary>The name under which a neighbouring system knows an object.</summary>
public sealed class ExternalKeyRow : Entity
{
    public const int ResourceMaxLength = 40;

    public string Resource { get; init; } = "";

    public string Source { get; init; } = "";

    public string Key { get; init; } = "";

    public Guid SubjectId { get; init; }
}
