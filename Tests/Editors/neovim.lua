-- Uses what keys are bound to in Neovim, and writes what it shows to the file that $RESULT names, as JSON.
local result = { version = tostring(vim.version().major) .. '.' .. vim.version().minor }

local function wait(what, condition)
  if not vim.wait(30000, condition, 10) then error('waited in vain for ' .. what) end
end

-- Puts the cursor on a text, or with \zs on a part of it.
local function find(text)
  vim.fn.cursor(1, 1)
  if vim.fn.search(text, 'c') == 0 then error('there is no ' .. text) end
end

local function problems()
  return vim.tbl_map(function(problem)
    return { line = problem.lnum + 1, code = problem.code or '', text = problem.message, source = problem.source }
  end, vim.diagnostic.get(0))
end

local function has_server()
  if vim.lsp.get_clients then return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end
  return next(vim.lsp.buf_get_clients(0)) ~= nil
end

local function name() return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':.') end

local function run()
  -- Problems, and the fix of one, in a text that is not saved.
  vim.cmd('edit content/demands/nine-percent.md')
  wait('the problem', function() return #problems() > 0 end)
  result.problems = problems()
  find('\\zsdockers-unoin')
  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  vim.lsp.buf.code_action()
  wait('the fix', function() return vim.fn.search('from: dockers-union', 'cwn') > 0 end)
  wait('no problem', function() return #problems() == 0 end)
  result.is_unsaved = vim.bo.modified

  -- Completion of an id while it is typed.
  vim.fn.append(vim.fn.search('^to:', 'n'), 'replaces: fi')
  find('^replaces: fi\\zs')
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('$'))
  local place = vim.lsp.util.make_position_params(0, 'utf-16')
  place.position.character = #'replaces: fi'
  local answer = vim.lsp.buf_request_sync(0, 'textDocument/completion', place, 15000)
  for _, one in pairs(answer) do
    result.completion = vim.tbl_map(function(item) return item.label end, one.result.items)
  end
  vim.cmd('delete')

  -- Hover.
  find('^from: \\zs')
  vim.lsp.buf.hover()
  local window
  wait('the hover', function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' then window = one end
    end
    return window ~= nil
  end)
  result.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
  vim.api.nvim_win_close(window, true)

  -- References, from the demand's own document.
  find('^title')
  vim.fn.setqflist({})
  vim.lsp.buf.references()
  wait('references', function() return #vim.fn.getqflist() > 0 end)
  result.references = vim.tbl_map(function(item)
    return vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':.') .. ':' .. item.lnum
  end, vim.fn.getqflist())
  vim.cmd('cclose')
  vim.cmd('buffer ' .. vim.fn.bufnr('nine-percent.md'))

  -- Definition.
  find('^from: \\zs')
  vim.lsp.buf.definition()
  wait('the definition', function() return name():find('dockers%-union%.md$') ~= nil end)
  result.definition = name()

  -- Rename, from a link in another document.
  vim.cmd('edit content/event.md')
  wait('the server', function() return has_server() end)
  find('demand:\\zsnine-percent')
  vim.lsp.buf.rename('nine-per-cent')
  wait('the new name', function() return vim.fn.filereadable('content/demands/nine-per-cent.md') == 1 end)
  wait('the new link', function() return vim.fn.search('demand:nine-per-cent', 'cwn') > 0 end)
  vim.cmd('wall')

  -- A template, while it is typed.
  vim.cmd('edit templates/base.html')
  result.filetype = vim.bo.filetype
  wait('the server', function() return has_server() end)
  vim.fn.append(vim.fn.line('$'), '{% block footer %}{{ site.titel }}{% endblock %}')
  wait('the problem of the template', function() return #problems() > 0 end)
  result.template = problems()
  vim.cmd('undo')
  wait('the template without a problem', function() return #problems() == 0 end)

  -- Colours of ids.
  if vim.lsp.semantic_tokens then
    vim.cmd('edit content/demands/nine-per-cent.md')
    wait('colours', function()
      local row = vim.fn.search('^from:', 'cwn') - 1
      return #(vim.lsp.semantic_tokens.get_at_pos(0, row, 6) or {}) > 0
    end)
    result.colours = true
  end
end

local ok, fault = xpcall(run, debug.traceback)
if not ok then result.fault = fault end
local file = io.open(vim.env.RESULT, 'w')
file:write(vim.json and vim.json.encode(result) or vim.fn.json_encode(result))
file:close()
vim.cmd('qall!')
