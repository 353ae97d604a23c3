using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Rooms;

internal sealed class RoomMaker : Maker
{
    public RoomMaker() => Object("/rooms/{id}", made => made.World.RoomAsync(made.Code("зал")));
}
