using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Redemption.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "redemption_benefit_use_ids");

            migrationBuilder.CreateSequence(
                name: "redemption_entitlement_use_ids");

            migrationBuilder.CreateSequence(
                name: "redemption_reward_order_step_ids");

            migrationBuilder.CreateSequence(
                name: "redemption_voucher_batch_ids");

            migrationBuilder.CreateSequence(
                name: "redemption_voucher_move_ids");

            migrationBuilder.CreateTable(
                name: "redemption_benefit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    withdrawn = table.Column<bool>(type: "bit", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_benefit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_benefit_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    benefit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    left = table.Column<long>(type: "bigint", nullable: true),
                    voucher_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    taken_back_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    taken_back_for = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_benefit_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    published = table.Column<bool>(type: "bit", nullable: false),
                    items = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_edition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_edition_calendar",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_edition_calendar", x => x.brand_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_entitlement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uses = table.Column<int>(type: "int", nullable: false),
                    used = table.Column<int>(type: "int", nullable: false),
                    pace_most = table.Column<int>(type: "int", nullable: true),
                    pace_period = table.Column<short>(type: "smallint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement", x => x.id);
                    table.CheckConstraint("ck_redemption_entitlement_used", "used >= 0 AND used <= uses");
                });

            migrationBuilder.CreateTable(
                name: "redemption_entitlement_use",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_entitlement_use", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    cause_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    parts = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    times = table.Column<int>(type: "int", nullable: false),
                    earned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    claim_until = table.Column<DateOnly>(type: "date", nullable: true),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    code_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    refusal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    taken_for_good = table.Column<bool>(type: "bit", nullable: false),
                    disclosed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    disclosed_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_holder",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_holder", x => x.member_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_gift_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    done_until = table.Column<DateOnly>(type: "date", nullable: true),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_gift_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_granted_benefit",
                columns: table => new
                {
                    benefit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    revoked = table.Column<bool>(type: "bit", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_granted_benefit", x => new { x.member_id, x.benefit_id, x.source });
                });

            migrationBuilder.CreateTable(
                name: "redemption_look_up_failure",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    caller = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    minute = table.Column<long>(type: "bigint", nullable: false),
                    failures = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_look_up_failure", x => new { x.brand_id, x.caller, x.minute });
                });

            migrationBuilder.CreateTable(
                name: "redemption_merged_shelf_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_merged_shelf_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateTable(
                name: "redemption_quota",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_quota", x => new { x.member_id, x.subject, x.period });
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    withdrawn = table.Column<bool>(type: "bit", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    stock_place = table.Column<int>(type: "int", nullable: true),
                    pieces = table.Column<int>(type: "int", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    pooled = table.Column<bool>(type: "bit", nullable: false),
                    price_code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    receipt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    receipt_least_fen = table.Column<long>(type: "bigint", nullable: true),
                    mark = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    periods = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    held_until = table.Column<DateOnly>(type: "date", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    handed_out_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    disclosed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    disclosed_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_share",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_share", x => new { x.order_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_order_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_order_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_picture",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_picture", x => x.reward_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_rating",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    stars = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_rating", x => x.order_id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_reward_stock",
                columns: table => new
                {
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    supplied = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_reward_stock", x => new { x.reward_id, x.store_id });
                    table.CheckConstraint("ck_redemption_reward_stock_taken", "taken >= 0 AND taken <= supplied");
                });

            migrationBuilder.CreateTable(
                name: "redemption_service_booking",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    entitlement_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reward_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    store_id = table.Column<int>(type: "int", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    time = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    moved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    moved_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_service_day",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    taken = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_service_day", x => x.key);
                    table.CheckConstraint("ck_redemption_service_day_taken", "taken >= 0");
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    definition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issued_to = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code_index = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    issue_key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    face_fen = table.Column<long>(type: "bigint", nullable: false),
                    remaining_fen = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    issued_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    disclosed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    disclosed_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher", x => x.id);
                    table.CheckConstraint("ck_redemption_voucher_remaining", "remaining_fen >= 0 AND remaining_fen <= face_fen");
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    definition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    audience = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    cursor = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    issued = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    started_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    end_reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_definition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_definition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redemption_voucher_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    voucher_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    value_fen = table.Column<long>(type: "bigint", nullable: false),
                    discount_fen = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    disclosed_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_redemption_voucher_move", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_brand_id_code",
                table: "redemption_benefit",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_benefit_id_id",
                table: "redemption_benefit_use",
                columns: new[] { "benefit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_key_brand_id",
                table: "redemption_benefit_use",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_benefit_use_member_id_benefit_id_period",
                table: "redemption_benefit_use",
                columns: new[] { "member_id", "benefit_id", "period" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_edition_brand_id_code",
                table: "redemption_edition",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_edition_brand_id_from",
                table: "redemption_edition",
                columns: new[] { "brand_id", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_member_id",
                table: "redemption_entitlement",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_entitlement_use_entitlement_id",
                table: "redemption_entitlement_use",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_brand_id_id",
                table: "redemption_gift",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_code_index",
                table: "redemption_gift",
                column: "code_index",
                unique: true,
                filter: "[code_index] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_key_brand_id",
                table: "redemption_gift",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_member_id_id",
                table: "redemption_gift",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_id_state",
                table: "redemption_gift",
                columns: new[] { "rule_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_state_claim_until",
                table: "redemption_gift",
                columns: new[] { "state", "claim_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_gift_rule_brand_id_code",
                table: "redemption_gift_rule",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_granted_benefit_benefit_id_member_id",
                table: "redemption_granted_benefit",
                columns: new[] { "benefit_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_look_up_failure_minute",
                table: "redemption_look_up_failure",
                column: "minute");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_brand_id_code",
                table: "redemption_reward",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_code_index",
                table: "redemption_reward_order",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_member_id_id",
                table: "redemption_reward_order",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_reward_id_state",
                table: "redemption_reward_order",
                columns: new[] { "reward_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_state_held_until",
                table: "redemption_reward_order",
                columns: new[] { "state", "held_until" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_order_step_order_id_id",
                table: "redemption_reward_order_step",
                columns: new[] { "order_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_reward_rating_reward_id_stars",
                table: "redemption_reward_rating",
                columns: new[] { "reward_id", "stars" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_entitlement_id",
                table: "redemption_service_booking",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_redemption_service_booking_store_id_on",
                table: "redemption_service_booking",
                columns: new[] { "store_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_code_index",
                table: "redemption_voucher",
                column: "code_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_definition_id_state",
                table: "redemption_voucher",
                columns: new[] { "definition_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_issue_key_brand_id",
                table: "redemption_voucher",
                columns: new[] { "issue_key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_member_id_id",
                table: "redemption_voucher",
                columns: new[] { "member_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_state_expires_on",
                table: "redemption_voucher",
                columns: new[] { "state", "expires_on" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_batch_brand_id_id",
                table: "redemption_voucher_batch",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_definition_brand_id_code",
                table: "redemption_voucher_definition",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_redemption_voucher_move_voucher_id_id",
                table: "redemption_voucher_move",
                columns: new[] { "voucher_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redemption_benefit");

            migrationBuilder.DropTable(
                name: "redemption_benefit_use");

            migrationBuilder.DropTable(
                name: "redemption_edition");

            migrationBuilder.DropTable(
                name: "redemption_edition_calendar");

            migrationBuilder.DropTable(
                name: "redemption_entitlement");

            migrationBuilder.DropTable(
                name: "redemption_entitlement_use");

            migrationBuilder.DropTable(
                name: "redemption_gift");

            migrationBuilder.DropTable(
                name: "redemption_gift_holder");

            migrationBuilder.DropTable(
                name: "redemption_gift_rule");

            migrationBuilder.DropTable(
                name: "redemption_granted_benefit");

            migrationBuilder.DropTable(
                name: "redemption_look_up_failure");

            migrationBuilder.DropTable(
                name: "redemption_merged_shelf_row");

            migrationBuilder.DropTable(
                name: "redemption_quota");

            migrationBuilder.DropTable(
                name: "redemption_reward");

            migrationBuilder.DropTable(
                name: "redemption_reward_order");

            migrationBuilder.DropTable(
                name: "redemption_reward_order_share");

            migrationBuilder.DropTable(
                name: "redemption_reward_order_step");

            migrationBuilder.DropTable(
                name: "redemption_reward_picture");

            migrationBuilder.DropTable(
                name: "redemption_reward_rating");

            migrationBuilder.DropTable(
                name: "redemption_reward_stock");

            migrationBuilder.DropTable(
                name: "redemption_service_booking");

            migrationBuilder.DropTable(
                name: "redemption_service_day");

            migrationBuilder.DropTable(
                name: "redemption_voucher");

            migrationBuilder.DropTable(
                name: "redemption_voucher_batch");

            migrationBuilder.DropTable(
                name: "redemption_voucher_definition");

            migrationBuilder.DropTable(
                name: "redemption_voucher_move");

            migrationBuilder.DropSequence(
                name: "redemption_benefit_use_ids");

            migrationBuilder.DropSequence(
                name: "redemption_entitlement_use_ids");

            migrationBuilder.DropSequence(
                name: "redemption_reward_order_step_ids");

            migrationBuilder.DropSequence(
                name: "redemption_voucher_batch_ids");

            migrationBuilder.DropSequence(
                name: "redemption_voucher_move_ids");
        }
    }
}
