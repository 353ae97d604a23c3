using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Rooms;

namespace MethodCenter.Application.Learning.Rooms;

/// <summary>Учебное помещение.</summary>
public sealed record RoomDetails : DetailsModel
{
    /// <summary>Building.</summary>
    public string Site { get; init; } = "";

    public string Name { get; init; } = "";

    public int Seats { get; init; }

    /// <summary>Learners who can be seated at a computer.</summary>
    public int Computers { get; init; }

    public IReadOnlyList<string> Equipment { get; init; } = [];

    public RoomStatus Status { get; init; }
}

/// <summary>Учебное помещение в списке.</summary>
public sealed record RoomListItem
{
    public Guid Id { get; init; }

    public string Site { get; init; } = "";

    public string Name { get; init; } = "";

    public int Seats { get; init; }

    public int Computers { get; init; }

    public RoomStatus Status { get; init; }

    public int Version { get; init; }
}

/// <summary>What is written on the card of a room.</summary>
public record RoomBody
{
    /// <summary>Building, as people call it.</summary>
    public required string Site { get; init; }

    /// <summary>Name within the building; no two rooms of a building bear one name.</summary>
    public required string Name { get; init; }

    /// <summary>Learners who can be seated.</summary>
    public required int Seats { get; init; }

    /// <summary>Learners who can be seated at a computer, not more than seats; 0: not a computer class.</summary>
    public int Computers { get; init; }

    /// <summary>What it is fitted with, at most twenty pieces.</summary>
    public IReadOnlyList<string> Equipment { get; init; } = [];

    internal RoomCard ToCard() => new(Site, Name, Seats, Computers, Equipment);
}

internal sealed class RoomBodyValidator : AbstractValidator<RoomBody>
{
    public RoomBodyValidator()
    {
        RuleFor(body => body.Site).NotEmpty().ShortText(Room.SiteMaxLength);
        RuleFor(body => body.Name).NotEmpty().ShortText(Room.NameMaxLength);
        RuleFor(body => body.Seats).InclusiveBetween(1, Room.MostSeats);
        RuleFor(body => body.Computers).InclusiveBetween(0, Room.MostSeats);
        RuleFor(body => body.Equipment).MostItems(Room.MostEquipment);
        RuleForEach(body => body.Equipment).NotEmpty().ShortText(Room.EquipmentMaxLength);
    }
}

internal sealed class RoomProjections : Profile
{
    public RoomProjections()
    {
        CreateProjection<Room, RoomDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Room, RoomListItem>();
    }
}

public static class RoomPermissions
{
    public const string Read = "rooms.read";
    public const string Write = "rooms.write";
}
