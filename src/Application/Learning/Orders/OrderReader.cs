using System.Globalization;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>An order with its list, and what is held with it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Course">Its course.</param>
/// <param name="Signatory">The head who signs today; null: the card of the centre names none.</param>
/// <param name="Held">All courses that are held: its own, and those on which others wait for quotas that it frees.</param>
internal sealed record HeldOrder(Order Order, Course Course, OrderSignatory? Signatory, IReadOnlyList<Course> Held);

/// <summary>Gathers what is on file when an order is prepared, signed or cancelled.</summary>
internal sealed class OrderReader(
    ILearningStore store,
    ITerritoryStore territory,
    ICourseJournal journal,
    INumerators numerators,
    WaitingList waitingList
)
{
    /// <summary>Orders on learners belong to the educational work: «учебная работа».</summary>
    private const string DefaultIndex = "у";

    /// <summary>An order with its list, and its course, held until the end of the transaction.</summary>
    /// <remarks>Seats and states of one course are decided one after another; what the order says is read behind that.</remarks>
    public async Task<HeldOrder?> HoldAsync(Guid id, CancellationToken cancellationToken)
    {
        var orders = store.Orders;
        var centres = territory.Centres;
        var known = await orders
            .Where(order => order.Id == id)
            .Select(order => new { order.CourseId, Head = centres.Select(centre => centre.Head).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return null;
        }

        var courseId = known.CourseId;

        var expelled = orders
            .Where(order => order.Id == id && order.Kind == OrderKind.Expulsion)
            .SelectMany(order => order.Lines);
        var courses = await waitingList.HoldAsync(
            [courseId],
            store.Applications.Where(application => expelled.Any(line => line.EnrolmentId == application.EnrolmentId)),
            cancellationToken
        );
        var course = courses.FirstOrDefault(course => course.Id == courseId);
        if (course is null)
        {
            return null;
        }

        var order = await orders
            .Include(order => order.Lines.OrderBy(line => line.Number))
            .SingleAsync(order => order.Id == id, cancellationToken);
        var signatory = known.Head is { } head ? new OrderSignatory(head.Post, head.Initials()) : null;
        return new HeldOrder(order, course, signatory, courses);
    }

    /// <summary>Learners of a course in the order of their names, as they are called on a day.</summary>
    /// <remarks>Of all organisations: an order names everyone, whoever writes it.</remarks>
    public async Task<List<OrderedLearner>> LearnersAsync(
        IQueryable<Enrolment> enrolments,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var (employments, positions) = (territory.Employments, territory.Positions);
        var rows = await (
            from enrolment in enrolments
            join employee in territory.Employees on enrolment.EmployeeId equals employee.Id
            join organisation in territory.Organisations on enrolment.OrganisationId equals organisation.Id
            orderby employee.NameKey, enrolment.Id
            select new
            {
                Enrolment = enrolment,
                employee.LastName,
                employee.FirstName,
                employee.Patronymic,
                organisation.ShortName,
                Position = (
                    from place in employments
                    join position in positions on place.PositionId equals position.Id
                    where
                        place.EmployeeId == employee.Id
                        && place.OrganisationId == enrolment.OrganisationId
                        && place.From <= day
                        && (place.To == null || place.To >= day)
                    orderby place.Kind != EmploymentKind.Main, place.From, place.Id
                    select position.Name
                ).FirstOrDefault(),
            }
        )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OrderedLearner(
                row.Enrolment,
                string.Join(' ', new[] { row.LastName, row.FirstName, row.Patronymic }.OfType<string>()),
                row.ShortName,
                row.Position
            )),
        ];
    }

    /// <summary>The book of a year, and the number that an order gets in it.</summary>
    /// <param name="kind">Kind of the order: a number that nobody has given bears its index.</param>
    /// <param name="year">The year.</param>
    /// <param name="given">The number given; null: the next one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(string Number, OrderBook Book)> BookAsync(
        OrderKind kind,
        int year,
        string? given,
        CancellationToken cancellationToken
    )
    {
        // From here to the commit others wait for their number, so what is read below stays true.
        await numerators.NextAsync($"orders/{year}", cancellationToken);
        var orders = await store
            .Orders.Where(order => order.Year == year)
            .Select(order => new { order.Number, order.Date })
            .ToListAsync(cancellationToken);
        var taken = orders.Select(order => OrderNumbers.KeyOf(order.Number)).ToHashSet(StringComparer.Ordinal);
        var last = orders.MaxBy(order => order.Date);
        var card = await territory
            .Centres.Select(centre => new { centre.OrderIndexes, centre.Head })
            .SingleAsync(cancellationToken);
        var number = given ?? Next();
        var isTaken = taken.Contains(OrderNumbers.KeyOf(number));
        return (number, new OrderBook(isTaken, last?.Number, last?.Date, card.Head is not null));

        string Next()
        {
            var index = kind switch
            {
                OrderKind.Enrolment => card.OrderIndexes?.Enrolment,
                OrderKind.Completion => card.OrderIndexes?.Completion,
                _ => card.OrderIndexes?.Expulsion,
            };
            var next = taken
                .Select(key => int.TryParse(key, CultureInfo.InvariantCulture, out var value) ? value : 0)
                .DefaultIfEmpty()
                .Max();
            return string.Create(CultureInfo.InvariantCulture, $"{next + 1}-{index ?? DefaultIndex}");
        }
    }

    /// <summary>Who stands in an order of a kind that is in force, and with which arrival.</summary>
    public async Task<IReadOnlySet<(Guid EnrolmentId, int Arrival)>> OrderedAsync(
        Guid courseId,
        OrderKind kind,
        CancellationToken cancellationToken
    )
    {
        var lines = await (
            from order in store.Orders
            from line in order.Lines
            where order.CourseId == courseId && order.Kind == kind && order.State == OrderState.Signed
            select new { line.EnrolmentId, line.Arrival }
        ).ToListAsync(cancellationToken);
        return lines.Select(line => (line.EnrolmentId, line.Arrival)).ToHashSet();
    }

    /// <summary>Lines of other orders in force on the learners of this one.</summary>
    public Task<List<OrderInForce>> InForceAsync(Order order, CancellationToken cancellationToken)
    {
        var ids = order.Lines.Select(line => line.EnrolmentId).ToList();
        return (
            from other in store.Orders
            from line in other.Lines
            where
                other.CourseId == order.CourseId
                && other.Id != order.Id
                && other.State == OrderState.Signed
                && ids.Contains(line.EnrolmentId)
            select new OrderInForce
            {
                Kind = other.Kind,
                Number = other.Number,
                Date = other.Date,
                SignedAt = other.SignedAt!.Value,
                EnrolmentId = line.EnrolmentId,
                Arrival = line.Arrival,
            }
        ).ToListAsync(cancellationToken);
    }

    /// <summary>What is on file of the learners of an order that is to be signed.</summary>
    public async Task<OrderFacts> FactsAsync(HeldOrder held, CancellationToken cancellationToken)
    {
        var (order, course) = (held.Order, held.Course);
        var ids = order.Lines.Select(line => line.EnrolmentId).ToList();
        var learners = await LearnersAsync(
            store.Enrolments.Where(enrolment => ids.Contains(enrolment.Id)),
            order.Date,
            cancellationToken
        );
        var protocol =
            order.Kind == OrderKind.Completion ? await journal.ProtocolAsync(order.CourseId, cancellationToken) : null;
        return new OrderFacts
        {
            Learners = learners,
            InForce = await InForceAsync(order, cancellationToken),
            Protocol = protocol?.Results,
            ProtocolDate = protocol?.Date,
            Signatory = held.Signatory,
            AttendedAfter =
                order.Kind == OrderKind.Expulsion
                    ? await journal.AttendedAfterAsync(order.CourseId, order.LeavingDay, ids, cancellationToken)
                    : new Dictionary<Guid, DateOnly>(),
            HoursGiven =
                order.Kind == OrderKind.Completion
                    ? CourseOutcome.LeastHours(
                        course,
                        [.. learners.Select(learner => learner.Enrolment.HalfYear).Distinct()],
                        await journal.HeldAsync(course.Id, cancellationToken)
                    )
                    : 0,
        };
    }

    /// <summary>Documents that learners of an order hold for the course.</summary>
    public Task<int> CertificatesAsync(Order order, CancellationToken cancellationToken)
    {
        var ids = order.Lines.Select(line => line.EnrolmentId).ToList();
        return store
            .Certificates.IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(
                certificate => ids.Contains(certificate.EnrolmentId) && certificate.State != CertificateState.Annulled,
                cancellationToken
            );
    }
}
