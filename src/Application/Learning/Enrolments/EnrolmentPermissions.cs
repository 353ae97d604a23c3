namespace MethodCenter.Application.Learning.Enrolments;

public static class EnrolmentPermissions
{
    public const string Read = "enrolments.read";
    public const string Enrol = "enrolments.enrol";
    public const string Withdraw = "enrolments.withdraw";
    public const string Transfer = "enrolments.transfer";
}
