namespace MethodCenter.Domain.Teaching.Rooms;

/// <summary>State of a room.</summary>
public enum RoomStatus
{
    /// <summary>In use.</summary>
    InUse,

    /// <summary>Retired; its history remains.</summary>
    Retired,
}

/// <summary>Учебное помещение: a hall or a class in which lessons are held (SPB-23).</summary>
public sealed class Room : AggregateRoot
{
    public const int SiteMaxLength = 200;
    public const int NameMaxLength = 100;
    public const int MostSeats = 5000;
    public const int MostEquipment = 20;
    public const int EquipmentMaxLength = 200;
    public const int EquipmentTextMaxLength = MostEquipment * (EquipmentMaxLength + 1);
    public const int SearchKeyMaxLength = SiteMaxLength + NameMaxLength + 1;

    /// <summary>Stands between the pieces of equipment; so it stands in none.</summary>
    public const char EquipmentSeparator = '|';

    private Room() { }

    /// <summary>Building, as people call it: «Невский, 154».</summary>
    public string Site { get; private set; } = null!;

    public string SiteKey { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    public string NameKey { get; private set; } = null!;

    /// <summary>Learners who can be seated.</summary>
    public int Seats { get; private set; }

    /// <summary>Learners who can be seated at a computer; 0: not a computer class.</summary>
    public int Computers { get; private set; }

    public IReadOnlyList<string> Equipment { get; private set; } = [];

    public RoomStatus Status { get; private set; }

    /// <summary>Normal form of site and name, for search.</summary>
    public string SearchKey { get; private set; } = null!;

    public static Result<Room> Register(RoomCard card)
    {
        var room = new Room();
        return room.UpdateCard(card).Map(_ => room);
    }

    public Result<Nothing> UpdateCard(RoomCard card)
    {
        if (card.Seats <= 0)
        {
            return RoomErrors.NoSeats;
        }

        if (card.Computers > card.Seats)
        {
            return RoomErrors.MoreComputersThanSeats(card.Seats);
        }

        if (card.Equipment.Any(piece => piece.Contains(EquipmentSeparator)))
        {
            return RoomErrors.EquipmentHoldsSeparator;
        }

        (Site, Name, Seats, Computers) = (card.Site, card.Name, card.Seats, card.Computers);
        (SiteKey, NameKey) = (SearchText.Normalize(Site), SearchText.Normalize(Name));
        SearchKey = SearchText.Join([Site, Name], SearchKeyMaxLength);
        Equipment = [.. card.Equipment];
        return Nothing.Done;
    }

    /// <summary>Takes the room out of use: it takes no new lessons.</summary>
    /// <param name="planned">Lessons that are still to be held in it.</param>
    public Result<Nothing> Retire(int planned)
    {
        if (Status == RoomStatus.Retired)
        {
            return RoomErrors.AlreadyRetired;
        }

        if (planned > 0)
        {
            return RoomErrors.LessonsPlanned(planned);
        }

        Status = RoomStatus.Retired;
        return Nothing.Done;
    }
}

/// <summary>What is written on the card of a room.</summary>
public sealed record RoomCard(string Site, string Name, int Seats, int Computers, IReadOnlyList<string> Equipment);
