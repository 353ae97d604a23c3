using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Domain.Tests.Teaching.Rooms;

public sealed class RoomTests
{
    private static readonly RoomCard Card = new("Невский, 154", "класс 1", 12, 12, ["доска", "проектор"]);

    [Theory]
    [InlineData(1, 0, null)]
    [InlineData(12, 12, null)]
    [InlineData(0, 0, "room.no-seats")]
    [InlineData(-1, -2, "room.no-seats")]
    [InlineData(12, 13, "room.more-computers-than-seats")]
    public void It_has_seats_and_no_more_computers_than_seats(int seats, int computers, string? code) =>
        (Room.Register(Card with { Seats = seats, Computers = computers }).Error?.Code).ShouldBe(code);

    [Fact]
    public void Equipment_holds_no_separator() =>
        Room.Register(Card with { Equipment = ["доска", "стол|стул"] })
            .Error.ShouldBe(RoomErrors.EquipmentHoldsSeparator);

    [Fact]
    public void It_is_taken_out_of_use_once_and_only_without_lessons_to_come()
    {
        var room = Room.Register(Card).Value;

        room.Retire(planned: 2).Error!.Params["lessons"].ShouldBe(2);
        room.Status.ShouldBe(RoomStatus.InUse);
        room.Retire(planned: 0).Refused.ShouldBeFalse();
        room.Retire(planned: 0).Error.ShouldBe(RoomErrors.AlreadyRetired);
    }
}
