using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>A room for teaching.</summary>
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

/// <summary>A room in a list.</summary>
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
