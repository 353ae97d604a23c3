using System.Linq.Expressions;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>A person as the caller may read him: as the card says today, or as it was for a former employer.</summary>
/// <remarks>What it is called for queries are the names of <see cref="Employee"/>, so that it stands in its place.</remarks>
public sealed record SeenEmployee
{
    public Guid Id { get; init; }

    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    public string NameKey { get; init; } = "";

    public EducationLevel? Education { get; init; }

    public DateOnly? TeachingSince { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Snils? Snils { get; init; }

    /// <summary>Фамилия Имя Отчество.</summary>
    public string FullName { get; init; } = "";
}

/// <summary>Persons as the caller may read them, to be composed into queries.</summary>
public static class SeenEmployees
{
    public static IQueryable<SeenEmployee> SeenBy(this IQueryable<Employee> employees, DataScope scope)
    {
        if (scope.AllOrganisations)
        {
            return employees.Select(employee => new SeenEmployee
            {
                Id = employee.Id,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                NameKey = employee.NameKey,
                Education = employee.Education,
                TeachingSince = employee.TeachingSince,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils,
                FullName =
                    employee.LastName
                    + " "
                    + employee.FirstName
                    + (employee.Patronymic == null ? "" : " " + employee.Patronymic),
            });
        }

        var own = scope.OrganisationIds;
        return from employee in employees
            let last = employee
                .Employments.Where(place => own.Contains(place.OrganisationId))
                .OrderByDescending(place => place.To ?? DateOnly.MaxValue)
                .ThenByDescending(place => place.Id)
                .FirstOrDefault()
            let isFormer = last != null && last.FormerLastName != null
            select new SeenEmployee
            {
                Id = employee.Id,
                LastName = isFormer ? last.FormerLastName! : employee.LastName,
                FirstName = isFormer ? last.FormerFirstName! : employee.FirstName,
                Patronymic = isFormer ? last.FormerPatronymic : employee.Patronymic,
                NameKey = isFormer ? last.FormerNameKey! : employee.NameKey,
                Education = isFormer ? last.FormerEducation : employee.Education,
                TeachingSince = isFormer ? last.FormerTeachingSince : employee.TeachingSince,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils,
                FullName = isFormer
                    ? last.FormerLastName
                        + " "
                        + last.FormerFirstName
                        + (last.FormerPatronymic == null ? "" : " " + last.FormerPatronymic)
                    : employee.LastName
                        + " "
                        + employee.FirstName
                        + (employee.Patronymic == null ? "" : " " + employee.Patronymic),
            };
    }
}

/// <summary>What a person is called, beside an id in the projection of one object.</summary>
public static class EmployeeNames
{
    /// <summary>What a person is called today; <see cref="SeenBy{TEntity, TModel}(Expression{Func{TEntity, TModel}}, DataScope)"/> puts in its place what the caller may read.</summary>
    public static readonly Expression<Func<Employee, string?>> FullName = employee =>
        employee.LastName + " " + employee.FirstName + (employee.Patronymic == null ? "" : " " + employee.Patronymic);

    private static readonly Expression<Func<Employee, Guid[], string?>> Seen = (employee, own) =>
        employee
            .Employments.Where(place => Enumerable.Contains(own, place.OrganisationId))
            .OrderByDescending(place => place.To ?? DateOnly.MaxValue)
            .ThenByDescending(place => place.Id)
            .Select(place =>
                place.FormerLastName == null
                    ? null
                    : place.FormerLastName
                        + " "
                        + place.FormerFirstName
                        + (place.FormerPatronymic == null ? "" : " " + place.FormerPatronymic)
            )
            .FirstOrDefault()
        ?? employee.LastName
            + " "
            + employee.FirstName
            + (employee.Patronymic == null ? "" : " " + employee.Patronymic);

    /// <summary>A projection whose names of persons are those that the caller may read.</summary>
    public static Expression<Func<TEntity, TModel>> SeenBy<TEntity, TModel>(
        this Expression<Func<TEntity, TModel>> projection,
        DataScope scope
    )
    {
        if (scope.AllOrganisations)
        {
            return projection;
        }

        var own = scope.OrganisationIds;
        Expression<Func<Guid[]>> given = () => own;
        return projection.SeenBy(given.Body);
    }

    /// <inheritdoc cref="SeenBy{TEntity, TModel}(Expression{Func{TEntity, TModel}}, DataScope)"/>
    /// <param name="projection">Names persons by <see cref="FullName"/>.</param>
    /// <param name="own">The organisations of the caller: a value of the query.</param>
    public static Expression<Func<TEntity, TModel>> SeenBy<TEntity, TModel>(
        this Expression<Func<TEntity, TModel>> projection,
        Expression own
    ) => (Expression<Func<TEntity, TModel>>)new Names(own).Visit(projection);

    private sealed class Names(Expression own) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node is { Method.Name: nameof(Queryable.Select), Arguments: [MethodCallExpression rows, var name] }
            && rows.Method.DeclaringType == typeof(Referred)
            && name.Type == typeof(Expression<Func<Employee, string?>>)
                ? node.Update(null, [Visit(rows), Expression.Quote(Name())])
                : base.VisitMethodCall(node);

        private Expression<Func<Employee, string?>> Name() =>
            Expression.Lambda<Func<Employee, string?>>(
                new Own(Seen.Parameters[1], own).Visit(Seen.Body),
                Seen.Parameters[0]
            );
    }

    private sealed class Own(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
