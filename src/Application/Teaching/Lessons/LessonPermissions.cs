using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.Lessons;

public static class LessonPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "lessons.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "lessons.write";
}
