using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Employees;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Tests.Common;

public sealed class ValidationErrorsTests
{
    // Registering the application also sets how validators go on after the first finding.
    static ValidationErrorsTests() => new ServiceCollection().AddApplication();

    [Theory]
    [InlineData("LastName", "/lastName")]
    [InlineData("Aliases[2]", "/aliases/2")]
    [InlineData("Body.Employment.Rate", "/employment/rate")]
    [InlineData("Names[10].LastName", "/names/10/lastName")]
    public void Names_of_members_become_pointers(string name, string pointer) =>
        ValidationErrors.ToPointer(name).ShouldBe(pointer);

    [Fact]
    public void Every_wrong_value_is_reported_once_with_its_code_and_limits()
    {
        var request = new RegisterEmployee
        {
            LastName = "",
            FirstName = new string('а', 51),
            Patronymic = "R2D2",
            Employment = new EmploymentBody
            {
                OrganisationId = Guid.NewGuid(),
                PositionId = Guid.NewGuid(),
                From = new DateOnly(1800, 1, 1),
                Rate = 0.123m,
            },
        };

        var error = ValidationErrors.From(new RegisterEmployeeValidator().Validate(request));

        error.Code.ShouldBe("request.invalid");
        error
            .Fields.Select(field => $"{field.Pointer} {field.Code}")
            .ShouldBe(
                [
                    "/lastName validation.required",
                    "/firstName validation.too-long",
                    "/patronymic validation.not-a-name",
                    "/employment/from validation.out-of-range",
                    "/employment/rate validation.too-precise",
                ],
                ignoreOrder: true
            );
        error.Fields.Single(field => field.Pointer == "/firstName").Params["maxLength"].ShouldBe(50);
    }
}
