using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>What is written on the card of a room.</summary>
public record RoomBody
{
    /// <summary>Building, as people name it.</summary>
    public required string Site { get; init; }

    /// <summary>Name within the building; no two rooms of a building have the same name.</summary>
    public required string Name { get; init; }

    /// <summary>Learners who can be seated.</summary>
    public required int Seats { get; init; }

    /// <summary>Learners who can be seated at a computer, not more than seats; 0: not a computer class.</summary>
    public int Computers { get; init; }

    /// <summary>What it is equipped with, at most twenty items.</summary>
    public IReadOnlyList<string> Equipment { get; init; } = [];

    internal RoomCard ToCard() => new(Site, Name, Seats, Computers, Equipment);
}
