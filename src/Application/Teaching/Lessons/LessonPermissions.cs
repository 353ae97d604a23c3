namespace MethodCenter.Application.Teaching.Lessons;

public static class LessonPermissions
{
    public const string Read = "lessons.read";
    public const string Write = "lessons.write";
}
