using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Protected personal data of one employee. Every reading is logged with its purpose, so it is a command (PD-3, PD-4).</summary>
[Permission(EmployeePermissions.ReadPersonalData)]
public sealed record ReadPersonalData(Guid Id, string Purpose) : ICommand<EmployeePersonalData>
{
    public const int PurposeMaxLength = 200;
}

internal sealed class ReadPersonalDataValidator : AbstractValidator<ReadPersonalData>
{
    public ReadPersonalDataValidator() =>
        RuleFor(command => command.Purpose).NotEmpty().MinimumLength(5).ShortText(ReadPersonalData.PurposeMaxLength);
}

internal sealed class ReadPersonalDataHandler(ITerritoryStore store, IAuditLog audit)
    : ICommandHandler<ReadPersonalData, EmployeePersonalData>
{
    private static readonly string[] Fields = ["birthDate", "sex", "snils", "absences"];

    public async Task<Answer<EmployeePersonalData>> Handle(
        ReadPersonalData request,
        CancellationToken cancellationToken
    )
    {
        var employee = await store
            .Employees.AsNoTracking()
            .Include(employee => employee.Absences)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        audit.RecordRead("employee", employee.Id, Fields, request.Purpose);
        return new EmployeePersonalData
        {
            Id = employee.Id,
            Version = employee.Version,
            BirthDate = employee.BirthDate,
            Sex = employee.Sex,
            Snils = employee.Snils?.ToString(),
            Absences =
            [
                .. employee
                    .Absences.OrderBy(absence => absence.From)
                    .Select(absence => new AbsenceModel
                    {
                        Id = absence.Id,
                        Kind = absence.Kind,
                        From = absence.From,
                        To = absence.To,
                    }),
            ],
        };
    }
}
