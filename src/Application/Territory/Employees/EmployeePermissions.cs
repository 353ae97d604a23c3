namespace MethodCenter.Application.Territory.Employees;

public static class EmployeePermissions
{
    public const string Read = "employees.read";
    public const string Write = "employees.write";
    public const string ReadPersonalData = "employees.personal-data.read";
    public const string WritePersonalData = "employees.personal-data.write";
}
