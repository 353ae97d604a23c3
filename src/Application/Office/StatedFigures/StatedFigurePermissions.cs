namespace MethodCenter.Application.Office.StatedFigures;

public static class StatedFigurePermissions
{
    public const string Read = "stated-figures.read";
    public const string Write = "stated-figures.write";
}
