namespace MethodCenter.Application.Teaching.Journal;

public static class JournalPermissions
{
    public const string Read = "journal.read";
    public const string Write = "journal.write";
}
