using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Territory.Employees;

namespace MethodCenter.Api.Territory.Employees;

/// <summary>Employees.</summary>
internal static class EmployeeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "employees",
            new Heading(
                "Employees",
                "Keep cards of teachers and heads and their places of work, find a person; personal data need a right of their own."
            )
        );
        group.Post("", RegisterEmployee);
        group.Get("", ListEmployees);
        group.Get("{id:guid}", GetEmployee);
        group.Patch("{id:guid}", UpdateEmployee);
        group.Put("by-key/{source}/{key}", UpsertEmployee);
        group.Post("{id:guid}/employments", EmployEmployee);
        group.Post("{id:guid}/employments/{employmentId:guid}/dismissal", DismissEmployee);
        group.Get("{id:guid}/personal-data", ReadPersonalData);
        group.Put("{id:guid}/personal-data", UpdatePersonalData);
        group.Post("{id:guid}/absences", RecordAbsence);
        group.Post("{id:guid}/absences/{absenceId:guid}/return", EndAbsence);
    }

    /// <summary>Register an employee</summary>
    /// <remarks>With the first place of work. A person is never merged with another by name alone.</remarks>
    private static Task<CreatedOutcome<EmployeeDetails>> RegisterEmployee(Body<RegisterEmployee> body, Web web) =>
        web.Create(body.Value, employee => $"{Routes.Base}/employees/{employee.Id}");

    /// <summary>List employees</summary>
    /// <remarks>By words of the name, organisation, position or education; without protected data.</remarks>
    private static Task<OkOutcome<Page<EmployeeListItem>>> ListEmployees(Query<ListEmployees> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Card of an employee</summary>
    /// <remarks>Without protected personal data; the ETag is its revision.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> GetEmployee(Guid id, Web web) => web.Read(new GetEmployee(id));

    /// <summary>Update the card of an employee</summary>
    /// <remarks>Names, education, beginning of teaching work.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> UpdateEmployee(
        Guid id,
        Patch<EmployeeBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetEmployee(id), patch, ifMatch, body => new UpdateEmployee(id, ifMatch.Version, body));

    /// <summary>Record an employee by the key of a neighbouring system</summary>
    /// <remarks>Registers the person, or changes the one known by that key. Equal content writes nothing.</remarks>
    private static Task<UpsertOutcome<EmployeeDetails>> UpsertEmployee(
        string source,
        string key,
        Body<RegisterEmployee> body,
        Web web
    ) =>
        web.Upsert(
            new UpsertEmployee(new ExternalKey(source, key), body.Value),
            employee => $"{Routes.Base}/employees/{employee.Id}"
        );

    /// <summary>Employ</summary>
    /// <remarks>Records a further place of work. One main place at a time.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> EmployEmployee(
        Guid id,
        Body<EmploymentBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new EmployEmployee(id, ifMatch.Version, body.Value));

    /// <summary>Dismiss an employee</summary>
    /// <remarks>Ends a place of work; the last day is inclusive.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> DismissEmployee(
        Guid id,
        Guid employmentId,
        Body<LastDayBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new DismissEmployee(id, employmentId, ifMatch.Version, body.Value));

    /// <summary>Personal data of an employee</summary>
    /// <remarks>
    /// Birth date, sex, insurance number («СНИЛС») and absences; the reading is logged with its purpose (PD-3, PD-4).
    /// </remarks>
    private static Task<OkOutcome<EmployeePersonalData>> ReadPersonalData(
        Guid id,
        Query<PersonalDataQuery> query,
        Web web
    ) => web.Change(new ReadPersonalData(id, query.Value.Purpose ?? ""));

    /// <summary>Record the personal data of an employee</summary>
    /// <remarks>Replaces all of them; what is absent is removed.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> UpdatePersonalData(
        Guid id,
        Body<PersonalDataBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new UpdatePersonalData(id, ifMatch.Version, body.Value));

    /// <summary>Record an absence</summary>
    /// <remarks>A leave or a long illness, which moves the term of the conformity attestation (ATT-4).</remarks>
    private static Task<OkOutcome<EmployeeDetails>> RecordAbsence(
        Guid id,
        Body<AbsenceBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordAbsence(id, ifMatch.Version, body.Value));

    /// <summary>Record a return</summary>
    /// <remarks>Ends an absence; the last day of absence is inclusive.</remarks>
    private static Task<OkOutcome<EmployeeDetails>> EndAbsence(
        Guid id,
        Guid absenceId,
        Body<LastDayBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new EndAbsence(id, absenceId, ifMatch.Version, body.Value));
}

/// <summary>For what protected data are read.</summary>
[LimitsOf(typeof(ReadPersonalData))]
public sealed record PersonalDataQuery
{
    /// <summary>Purpose of the reading, 5–200 characters; it stays in the audit.</summary>
    public string? Purpose { get; init; }
}
