namespace MethodCenter.Application.Office.Imports;

public static class ImportPermissions
{
    /// <summary>Send files and follow the operations; each dataset asks for its own permission beside.</summary>
    public const string Run = "imports.run";

    /// <summary>Take files; each dataset asks for its own permission beside.</summary>
    public const string Export = "exports.run";
}
