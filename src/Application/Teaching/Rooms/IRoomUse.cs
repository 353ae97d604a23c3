namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>What is planned in rooms. Rooms asks, Lessons answers.</summary>
public interface IRoomUse
{
    /// <summary>Lessons planned in a room on a day or later.</summary>
    Task<int> PlannedAsync(Guid roomId, DateOnly from, CancellationToken cancellationToken);
}
