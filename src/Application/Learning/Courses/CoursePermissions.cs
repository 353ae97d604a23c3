namespace MethodCenter.Application.Learning.Courses;

public static class CoursePermissions
{
    public const string Read = "courses.read";
    public const string Register = "courses.register";
    public const string Change = "courses.change";
}
