namespace MethodCenter.Domain.Territory.Positions;

/// <summary>
/// The section of the nomenclature to which a position belongs («постановление от 21.02.2022 № 225»).
/// </summary>
public enum PositionCategory
{
    /// <summary>Teaching staff: subject to attestation.</summary>
    Teaching,

    /// <summary>Heads: attested by the founder's act (ATT-25).</summary>
    Managing,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>Должность: an entry of the centre's vocabulary.</summary>
public sealed class Position : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 150;
    public const int PointMaxLength = 20;

    private Position() { }

    /// <summary>Unique within the centre; never changes.</summary>
    public string Code { get; private init; } = null!;

    public string Name { get; private set; } = null!;

    public PositionCategory Category { get; private set; }

    /// <summary>Section and point of the state nomenclature: «I.2»; null: not one of its positions.</summary>
    public string? NomenclaturePoint { get; private set; }

    public string NameKey { get; private set; } = null!;

    public static Position Register(string code, string name, PositionCategory category)
    {
        var position = new Position { Code = code };
        position.UpdateCard(name, category);
        return position;
    }

    /// <summary>Says where it stands in the state nomenclature.</summary>
    internal Position At(string? point)
    {
        NomenclaturePoint = point;
        return this;
    }

    public void UpdateCard(string name, PositionCategory category) =>
        (Name, Category, NameKey) = (name, category, SearchText.Normalize(name));
}
