namespace MethodCenter.Application.Territory.Positions;

public static class PositionPermissions
{
    public const string Read = "positions.read";
    public const string Write = "positions.write";
}
