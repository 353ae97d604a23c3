using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Courses;

public static class CoursePermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string Read = "courses.read";

    [HeldBy(Role.Methodist)]
    public const string Register = "courses.register";

    [HeldBy(Role.Methodist)]
    public const string Change = "courses.change";
}
